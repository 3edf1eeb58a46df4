import { html, nothing } from 'lit';
import { chip, column, deeds } from '../columns.js';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { send } from '../http.js';
import { Live } from '../live.js';
import { session } from '../session.js';
import { toast } from '../toast.js';
import { ofOrganization, type Member, type MemberRole, type Page } from './api.js';
import { OrganizationPage } from './organization-page.js';
import { say } from './team-words.js';

/** Who is in an organization: invited, given roles, removed. */
export class TeamPage extends OrganizationPage {
  #members = new Live<Page<Member>>(this, () => (this.organization
    ? ofOrganization(this.organization, '/members?limit=200') : undefined), 5);

  protected override get heading(): string {
    return say.title;
  }

  protected override content() {
    const add = html`<button type="button" class="primary" @click=${this.#invite}>${say.invite}</button>`;
    const members = this.#members.value?.items;
    return html`<section class="card">
      <p class="hint">${say.hint}</p>
      ${this.#members.problem ? html`<problem-note .problem=${this.#members.problem}></problem-note>` : nothing}
      ${members?.length ? html`<div class="actions">${add}</div>` : nothing}
      <data-table name="members" .columns=${this.#columns()} .rows=${members} .empty=${{ title: say.none,
        text: say.noneText, action: add }}></data-table>
    </section>`;
  }

  #columns(): Column<Member>[] {
    return [
      column('name', say.name, (row) => row.name), column('email', say.email, (row) => row.email),
      column('role', say.role, (row) => say.roles[row.role]), chip('state', say.state, standing,
        (row) => (row.invited ? 'warn' : 'good')),
      deeds((row) => this.#deeds(row)),
    ];
  }

  /** Nobody takes their own role away by a slip: somebody else has to. */
  #deeds(row: Member) {
    const other: MemberRole = row.role === 'organizer' ? 'steward' : 'organizer';
    const own = row.id === session().staffId || row.email === session().email;
    return html`<span class="actions">
      ${row.invited ? html`<button type="button" class="quiet"
        @click=${() => this.#again(row)}>${say.again}</button>` : nothing}
      ${own ? nothing : html`<button type="button" class="quiet" @click=${() => this.#give(row,
        other)}>${say.makeRole(say.roles[other])}</button>
        <button type="button" class="quiet danger" @click=${() => this.#remove(row)}>${say.remove}</button>`}</span>`;
  }

  #invite = async (): Promise<void> => {
    const made = await openForm<{ name: string; invited: boolean }>({
      title: say.invite, text: say.inviteText, verb: say.send,
      fields: [
        { name: 'name', label: say.name, required: true, maxlength: 200, autocomplete: 'off' },
        { name: 'email', label: say.email, type: 'email', required: true, maxlength: 254, autocomplete: 'off' },
        { name: 'role', label: say.role, type: 'select', required: true, value: 'steward',
          options: Object.entries(say.roles).map(([value, label]) => ({ value, label })) },
      ],
      submit: (values) => send('POST', this.#path(), values),
    });
    if (made) toast(made.invited ? say.invited(made.name) : say.added(made.name));
  };

  async #give(row: Member, role: MemberRole): Promise<void> {
    const sure = await confirmAction({ title: say.roleTitle(row.name, say.roles[role]),
      consequence: say.roleConsequences[role], verb: say.roleVerb });
    if (!sure) return;
    const path = this.#path(`/${row.id}`);
    await this.attempt(async () => {
      await send('PATCH', path, { role });
      toast(say.roleDone(row.name), { undo: () => send('PATCH', path, { role: row.role }) });
    });
  }

  async #remove(row: Member): Promise<void> {
    if (!await confirmAction({ title: say.removeTitle(row.name), consequence: say.removeText, verb: say.remove,
      danger: true })) return;
    await this.attempt(async () => {
      await send('DELETE', this.#path(`/${row.id}`));
      toast(say.removed(row.name));
    });
  }

  async #again(row: Member): Promise<void> {
    await this.attempt(async () => {
      await send('POST', this.#path(`/${row.id}/invitation`));
      toast(say.againDone);
    });
  }

  #path(rest = ''): string {
    return ofOrganization(this.organization, `/members${rest}`);
  }
}

const standing = (row: Member): string => (row.invited ? say.waiting : say.active);

customElements.define('team-page', TeamPage);
