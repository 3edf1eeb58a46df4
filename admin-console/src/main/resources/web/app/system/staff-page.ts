import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { moment } from '../format.js';
import { readAll, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { session } from '../session.js';
import { toast } from '../toast.js';
import { staffWords as say } from './staff-words.js';

export interface Person {
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

interface Organization {
  id: string;
  name: string;
}

/** Everybody of the staff and all organizations, in the hands of an admin. */
class StaffPage extends Island {
  static override properties = { staff: { state: true }, organizations: { state: true }, problem: { state: true } };

  declare staff: Person[] | undefined;
  declare organizations: Organization[] | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#try(async () => {
    [this.staff, this.organizations] = await Promise.all([
      readAll<Person>('/ticketing/staff'), readAll<Organization>('/ticketing/organizations')]);
  });

  readonly #people: Column<Person>[] = [
    {
      key: 'name', label: say.person, sort: (person) => person.name, text: (person) => person.name,
      cell: (person) => html`<span><strong>${person.name}</strong>${person.id === session().staffId ? html` <small>(${say.you})</small>` : nothing}</span>`,
    },
    { key: 'email', label: say.email, sort: (person) => person.email, cell: (person) => html`<span class="break">${person.email}</span>` },
    { key: 'roles', label: say.roles, sort: rolesOf, cell: (person) => rolesOf(person) },
    {
      key: 'state', label: say.state, sort: stateOf, text: (person) => `${stateOf(person)} ${person.suspendedReason ?? ''}`,
      cell: (person) => html`<span><span class="chip ${person.suspendedAt ? 'bad' : person.invited ? 'warn' : 'good'}">${stateOf(person)}</span>
        ${person.suspendedReason ? html`<small>${person.suspendedReason}</small>` : nothing}</span>`,
    },
    { key: 'createdAt', label: say.since, sort: (person) => person.createdAt, cell: (person) => moment(person.createdAt) },
    {
      key: 'deeds', label: '',
      cell: (person) => person.id === session().staffId ? nothing : person.suspendedAt
        ? html`<button class="quiet" aria-label="${say.readmit}: ${person.name}" @click=${() => this.#readmit(person)}>${say.readmit}</button>`
        : html`<button class="quiet" aria-label="${say.suspend} ${person.name}" @click=${() => this.#suspend(person)}>${say.suspend}</button>`,
    },
  ];

  readonly #houses: Column<Organization>[] = [
    { key: 'name', label: say.organization, sort: (one) => one.name, cell: (one) => html`<strong>${one.name}</strong>` },
    { key: 'id', label: say.id, sort: (one) => one.id, cell: (one) => html`<code>${one.id}</code>` },
    {
      key: 'size', label: say.staff, align: 'end', sort: (one) => this.#membersOf(one), cell: (one) => String(this.#membersOf(one)),
    },
  ];

  #membersOf(organization: Organization): number {
    return (this.staff ?? []).filter(({ organizations }) => organizations.some(({ id }) => id === organization.id)).length;
  }

  protected override render() {
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div></header>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      <section aria-labelledby="staff-heading"><h2 id="staff-heading">${say.staff}</h2>
        <data-table name="staff" caption=${say.staff} .columns=${this.#people} .rows=${this.staff}
          .empty=${{ title: say.none, text: say.noneText }}></data-table></section>
      <section aria-labelledby="organizations-heading"><h2 id="organizations-heading">${say.organizations}</h2>
        <p class="actions"><button @click=${() => this.#add()}>${say.add}</button></p>
        <data-table name="organizations" caption=${say.organizations} .columns=${this.#houses} .rows=${this.organizations}
          .empty=${{ title: say.noOrganization, text: say.noOrganizationText }}></data-table></section>`;
  }

  async #add(): Promise<void> {
    const added = await openForm({
      title: say.addTitle, text: say.addText, verb: say.addVerb, fields: [{ name: 'name', label: say.name, required: true, maxlength: 200 }],
      submit: async ({ name }) => send<Organization>('POST', '/ticketing/organizations', { name }),
    });
    if (!added) return;
    toast(say.added(added.name));
    await this.#load();
  }

  async #suspend(person: Person): Promise<void> {
    const done = await openForm({
      title: say.suspendTitle(person.name), text: say.suspendText, verb: say.suspendVerb, danger: true,
      fields: [{ name: 'reason', label: say.reason, hint: say.reasonHint, required: true, maxlength: 500 }],
      submit: async ({ reason }) => send<Person>('POST', `/ticketing/staff/${person.id}/suspension`, { reason }),
    });
    if (!done) return;
    this.#show(done);
    toast(say.done(person.name), { undo: async () => this.#show(await send<Person>('DELETE', `/ticketing/staff/${person.id}/suspension`)) });
  }

  async #readmit(person: Person): Promise<void> {
    const sure = await confirmAction({ title: say.readmitTitle(person.name), consequence: say.readmitText, verb: say.readmit });
    if (!sure) return;
    await this.#try(async () => {
      this.#show(await send<Person>('DELETE', `/ticketing/staff/${person.id}/suspension`));
      toast(say.readmitted(person.name));
    });
  }

  #show(changed: Person): void {
    this.staff = (this.staff ?? []).map((person) => person.id === changed.id ? changed : person);
  }

  async #try(deed: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await deed();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

function rolesOf(person: Person): string {
  const roles = person.organizations.map(({ name, role }) => `${say.role[role] ?? role}, ${name}`);
  return [...person.admin ? [say.admin] : [], ...roles].join('; ') || say.noRole;
}

const stateOf = (person: Person): string => person.suspendedAt ? say.suspended : person.invited ? say.invited : say.active;

customElements.define('staff-page', StaffPage);
