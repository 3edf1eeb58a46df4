import { html, nothing } from 'lit';
import { column, deeds, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { readAll, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { session } from '../session.js';
import { toast } from '../toast.js';
import { say } from './staff-words.js';

interface Person {
  id: string;
  email: string;
  name: string;
  admin: boolean;
  invited: boolean;
  createdAt: string;
  suspendedAt?: string | null;
  suspendedReason?: string | null;
  organizations: { id: string; name: string; role: string }[];
}

/** How somebody signs in. */
interface Account {
  id: string;
  secondFactor: boolean;
  sessions: number;
}

type Line = Person & Account;

/** Everybody of the staff, in the hands of an admin: who they are, how they sign in, and who is kept out. */
class StaffPage extends Island {
  static override properties = { ...Island.properties, staff: { state: true }, problem: { state: true } };

  declare staff: Line[] | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#try(async () => {
    const [people, accounts] = await Promise.all([
      readAll<Person>('/ticketing/staff'), readAll<Account>('/ticketing/staff/accounts')]);
    const ways = new Map(accounts.map((account) => [account.id, account]));
    this.staff = people.map((person) => ({ secondFactor: false, sessions: 0, ...ways.get(person.id), ...person }));
  });

  readonly #columns: Column<Line>[] = [
    column('name', say.person, (line) => line.name, (line) => html`<span><strong>${line.name}</strong>${isSelf(line)
      ? html` <small>(${say.you})</small>` : nothing}</span>`),
    column('email', say.email, (line) => line.email, (line) => html`<span class="break">${line.email}</span>`),
    column('roles', say.roles, rolesOf, rolesOf),
    {
      key: 'state', label: say.state, sort: stateOf, text: (line) => `${stateOf(line)} ${line.suspendedReason ?? ''}`,
      cell: (line) => html`<span><span class="chip ${line.suspendedAt ? 'bad' : line.invited ? 'warn'
        : 'good'}">${stateOf(line)}</span>${line.suspendedReason
        ? html` <small>${line.suspendedReason}</small>` : nothing}</span>`,
    },
    {
      key: 'secondFactor', label: say.secondFactor, sort: (line) => Number(line.secondFactor),
      text: (line) => line.secondFactor ? say.on : say.off,
      cell: (line) => html`<span class="chip ${line.secondFactor ? 'good' : ''}">${line.secondFactor ? say.on
        : say.off}</span>`,
    },
    {
      key: 'sessions', label: say.sessions, align: 'end', sort: (line) => line.sessions,
      text: (line) => say.sessionCount(line.sessions), cell: (line) => String(line.sessions),
    },
    time('createdAt', say.since, (line) => line.createdAt),
    deeds((line) => this.#deeds(line)),
  ];

  #deeds(line: Line) {
    const deed = (label: string, work: () => unknown) => html`<button class="quiet" aria-label="${label}: ${line.name}"
      @click=${work}>${label}</button>`;
    return html`<span class="actions">
      ${line.secondFactor ? deed(say.reset, () => this.#reset(line)) : nothing}
      ${line.sessions ? deed(say.endAll, () => this.#end(line)) : nothing}
      ${isSelf(line) ? nothing : line.suspendedAt ? deed(say.readmit, () => this.#readmit(line))
        : deed(say.suspend, () => this.#suspend(line))}</span>`;
  }

  protected override render() {
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div></header>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      <data-table name="staff" caption=${say.title} .columns=${this.#columns} .rows=${this.staff}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>`;
  }

  async #reset({ id, name }: Line): Promise<void> {
    const sure = await confirmAction({ title: say.resetTitle, consequence: say.resetText(name), verb: say.reset,
      danger: true });
    if (sure) await this.#change(() => send('DELETE', `/ticketing/staff/accounts/${id}/second-factor`), say.resetDone);
  }

  async #end({ id, name }: Line): Promise<void> {
    const sure = await confirmAction({ title: say.endAllTitle, consequence: say.endAllText(name), verb: say.endAll,
      danger: true });
    if (sure) await this.#change(() => send('DELETE', `/ticketing/staff/accounts/${id}/sessions`), say.endAllDone);
  }

  async #suspend({ id, name }: Line): Promise<void> {
    const path = `/ticketing/staff/${id}/suspension`;
    const done = await openForm({
      title: say.suspendTitle(name), text: say.suspendText, verb: say.suspendVerb, danger: true,
      fields: [{ name: 'reason', label: say.reason, hint: say.reasonHint, required: true, maxlength: 500 }],
      submit: async ({ reason }) => send<Person>('POST', path, { reason }),
    });
    if (!done) return;
    toast(say.done(name), { undo: () => this.#change(() => send('DELETE', path)) });
    await this.#load();
  }

  async #readmit({ id, name }: Line): Promise<void> {
    if (await confirmAction({ title: say.readmitTitle(name), consequence: say.readmitText, verb: say.readmit })) {
      await this.#change(() => send('DELETE', `/ticketing/staff/${id}/suspension`), say.readmitted(name));
    }
  }

  async #change(work: () => Promise<unknown>, done = ''): Promise<void> {
    await this.#try(async () => {
      await work();
      if (done) toast(done);
      await this.#load();
    });
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
}

const isSelf = (line: Line): boolean => line.id === session().staffId;

function rolesOf(line: Line): string {
  const roles = line.organizations.map(({ name, role }) => `${say.role[role] ?? role}, ${name}`);
  return [...line.admin ? [say.admin] : [], ...roles].join('; ') || say.noRole;
}

function stateOf(line: Line): string {
  return line.suspendedAt ? say.suspended : line.invited ? say.invited : say.active;
}

customElements.define('staff-page', StaffPage);
