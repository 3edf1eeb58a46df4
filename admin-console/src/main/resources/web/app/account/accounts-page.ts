import { html, nothing } from 'lit';
import { say } from './account-words.js';
import type { Column } from '../data-table.js';
import { confirmAction } from '../dialogs.js';
import { readAll, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';

interface Line {
  id: string;
  name: string;
  email: string;
  admin: boolean;
  invited: boolean;
  secondFactor: boolean;
  sessions: number;
  worksFor: string;
}

interface Organization {
  id: string;
  name: string;
  secondFactorRequired: boolean;
}

/** Everybody who can sign in, and which organizations demand a second factor; for admins. */
class AccountsPage extends Island {
  static override properties = {
    ...Island.properties, lines: { state: true }, organizations: { state: true }, problem: { state: true },
  };

  declare lines: Line[] | undefined;
  declare organizations: Organization[] | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#try(() => this.#read());
  }

  async #read(): Promise<void> {
    [this.lines, this.organizations] = await Promise.all([
      readAll<Line>('/ticketing/staff/accounts'), readAll<Organization>('/ticketing/organizations')]);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    return html`
      <h1>${say.accounts}</h1>
      <p>${say.accountsText}</p>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${() => this.#try(() => this.#read())}></problem-note>` : nothing}
      <data-table name="accounts" caption=${say.accounts} .columns=${this.#columns()} .rows=${this.lines}
                  .empty=${{ title: say.nobody, text: say.nobodyText }}></data-table>
      <h2>${say.organizations}</h2>
      <p>${say.organizationsText}</p>
      <data-table name="organizations" caption=${say.organizations} .columns=${this.#organizationColumns()} .rows=${this.organizations}
                  .empty=${{ title: say.noOrganizations, text: say.noOrganizationsText }}></data-table>`;
  }

  #columns(): Column<Line>[] {
    return [
      { key: 'name', label: say.name },
      { key: 'email', label: say.email },
      { key: 'worksFor', label: say.worksFor, text: ({ admin, worksFor }) => [admin ? say.admin : '', worksFor].filter(Boolean).join(', '),
        cell: ({ admin, worksFor }) => html`${admin ? html`<span class="chip">${say.admin}</span> ` : nothing}${worksFor}` },
      { key: 'state', label: say.state, text: (line) => stateOf(line), sort: (line) => stateOf(line),
        cell: (line) => line.invited ? html`<span class="chip warn">${say.invited}</span>` : stateOf(line) },
      { key: 'secondFactor', label: say.secondFactor, sort: ({ secondFactor }) => Number(secondFactor),
        text: ({ secondFactor }) => secondFactor ? say.on : say.off,
        cell: ({ secondFactor }) => html`<span class="chip ${secondFactor ? 'good' : ''}">${secondFactor ? say.on : say.off}</span>` },
      { key: 'actions', label: '', text: () => '', cell: (line) => html`
        ${line.secondFactor ? html`<button class="quiet" aria-label="${say.reset}: ${line.name}" @click=${() => this.#reset(line)}>${say.reset}</button>` : nothing}
        ${line.sessions ? html`<button class="quiet" aria-label="${say.endAll}: ${line.name}" @click=${() => this.#end(line)}>${say.endAll}</button>` : nothing}` },
    ];
  }

  #organizationColumns(): Column<Organization>[] {
    return [
      { key: 'name', label: say.organization },
      { key: 'required', label: say.secondFactor, sort: ({ secondFactorRequired }) => Number(secondFactorRequired),
        text: ({ secondFactorRequired }) => secondFactorRequired ? say.demanded : say.free,
        cell: ({ secondFactorRequired }) => secondFactorRequired ? html`<span class="chip good">${say.demanded}</span>` : say.free },
      { key: 'change', label: '', text: () => '', cell: (organization) => html`
        <button class="quiet" aria-label="${organization.secondFactorRequired ? say.release : say.demand}: ${organization.name}"
                @click=${() => this.#require(organization)}>${organization.secondFactorRequired ? say.release : say.demand}</button>` },
    ];
  }

  async #reset({ id, name }: Line): Promise<void> {
    if (await confirmAction({ title: say.resetTitle, consequence: say.resetText(name), verb: say.reset, danger: true })) {
      await this.#change('DELETE', `/ticketing/staff/accounts/${id}/second-factor`, say.resetDone);
    }
  }

  async #end({ id, name }: Line): Promise<void> {
    if (await confirmAction({ title: say.endAllTitle, consequence: say.endAllText(name), verb: say.endAll, danger: true })) {
      await this.#change('DELETE', `/ticketing/staff/accounts/${id}/sessions`, say.endAllDone);
    }
  }

  async #require({ id, name, secondFactorRequired }: Organization): Promise<void> {
    const sure = await confirmAction(secondFactorRequired
      ? { title: say.releaseTitle(name), consequence: say.releaseText, verb: say.release }
      : { title: say.demandTitle(name), consequence: say.demandText, verb: say.demand });
    if (sure) {
      await this.#change('PUT', `/ticketing/organizations/${id}/second-factor`, `${name}: ${secondFactorRequired ? say.free : say.demanded}`,
        { required: !secondFactorRequired });
    }
  }

  async #change(method: string, path: string, done: string, body?: unknown): Promise<void> {
    await this.#try(async () => {
      await send(method, path, body);
      toast(done);
      await this.#read();
    });
  }
}

const stateOf = ({ invited, sessions }: Line): string => invited ? say.invited : say.sessionCount(sessions);

customElements.define('accounts-page', AccountsPage);
