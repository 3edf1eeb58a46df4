import { html, nothing } from 'lit';
import { chip, column, deeds, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { moment } from '../format.js';
import { send } from '../http.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import { words } from '../words.js';
import { ofOrganization, type ApiToken, type Page } from './api.js';
import { OrganizationPage } from './organization-page.js';
import { showOnce } from './show-once.js';
import { say as team } from './team-words.js';

export const say = words({
  en: {
    title: 'API tokens',
    hint: 'For your own programs: one role in this organization, for a limited time. Kept as a hash, so nobody can '
      + 'read it again.',
    make: 'New token',
    name: 'What it is for',
    nameHint: 'So that you know later which one to revoke, such as "box office printer".',
    role: 'Role',
    roleHint: 'A steward’s token can check tickets only; an organizer’s can read orders and refund them.',
    until: 'Good until',
    untilHint: 'At most a year. Left empty: 90 days.',
    create: 'Make token',
    once: 'Your new token',
    onceText: 'Copy it now and keep it like a password: it is shown this once. Programs send it as "Authorization: '
      + 'Bearer …".',
    made: 'Made',
    lastUsed: 'Last used',
    never: 'never',
    state: 'State',
    states: { good: 'good', revoked: 'revoked', over: 'over' },
    revoke: 'Revoke',
    revokeTitle: (name: string) => `Revoke "${name}"?`,
    revokeText: 'Whatever uses it is refused from the next request on. It cannot be given back; make another one '
      + 'instead.',
    revoked: 'The token is revoked.',
    none: 'No API tokens yet',
    noneText: 'A token lets a program of yours read orders or check tickets without anybody’s password.',
  },
  de: {
    title: 'API-Token',
    hint: 'Für eure eigenen Programme: eine Rolle in dieser Organisation, für begrenzte Zeit. Nur als Prüfsumme '
      + 'aufbewahrt, also später nicht mehr lesbar.',
    make: 'Neues Token',
    name: 'Wofür es ist',
    nameHint: 'Damit du später weißt, welches zu widerrufen ist, etwa „Drucker der Abendkasse“.',
    role: 'Rolle',
    roleHint: 'Das Token eines Ordners kann nur Tickets prüfen; das eines Veranstalters Bestellungen lesen und '
      + 'erstatten.',
    until: 'Gültig bis',
    untilHint: 'Höchstens ein Jahr. Leer gelassen: 90 Tage.',
    create: 'Token anlegen',
    once: 'Dein neues Token',
    onceText: 'Kopiere es jetzt und bewahre es wie ein Passwort: Es wird nur dieses eine Mal gezeigt. '
      + 'Programme senden es als „Authorization: Bearer …“.',
    made: 'Angelegt',
    lastUsed: 'Zuletzt benutzt',
    never: 'nie',
    state: 'Zustand',
    states: { good: 'gültig', revoked: 'widerrufen', over: 'abgelaufen' },
    revoke: 'Widerrufen',
    revokeTitle: (name: string) => `„${name}“ widerrufen?`,
    revokeText: 'Was es benutzt, wird ab der nächsten Anfrage abgewiesen. Es lässt sich nicht zurückholen; lege '
      + 'stattdessen ein neues an.',
    revoked: 'Das Token ist widerrufen.',
    none: 'Noch keine API-Token',
    noneText: 'Mit einem Token liest ein Programm von euch Bestellungen oder prüft Tickets, ohne jemandes Passwort.',
  },
});

type Standing = keyof typeof say.states;
const tones: Record<Standing, string> = { good: 'good', revoked: '', over: '' };

/** The tokens of an organization's programs. */
export class TokensPage extends OrganizationPage {
  #tokens = new Live<Page<ApiToken>>(this, () => (this.organization
    ? ofOrganization(this.organization, '/api-tokens?limit=200') : undefined), 10);

  protected override get heading(): string {
    return say.title;
  }

  protected override content() {
    const add = html`<button type="button" class="primary" @click=${this.#make}>${say.make}</button>`;
    const tokens = this.#tokens.value?.items;
    return html`<section class="card">
      <p class="hint">${say.hint}</p>
      ${this.#tokens.problem ? html`<problem-note .problem=${this.#tokens.problem}></problem-note>` : nothing}
      ${tokens?.length ? html`<div class="actions">${add}</div>` : nothing}
      <data-table name="tokens" .columns=${this.#columns()} .rows=${tokens} .empty=${{ title: say.none,
        text: say.noneText, action: add }}></data-table>
    </section>`;
  }

  #columns(): Column<ApiToken>[] {
    return [
      column('name', say.name, (row) => row.name), column('role', say.role, (row) => team.roles[row.role]),
      time('madeAt', say.made, (row) => row.madeAt), time('expiresAt', say.until, (row) => row.expiresAt),
      { ...time('lastUsedAt', say.lastUsed, (row: ApiToken) => row.lastUsedAt),
        cell: (row) => (row.lastUsedAt ? moment(row.lastUsedAt) : say.never) },
      chip('state', say.state, (row) => say.states[standing(row)], (row) => tones[standing(row)]),
      deeds((row) => (standing(row) === 'good'
        ? html`<button type="button" class="quiet danger" @click=${() => this.#revoke(row)}>${say.revoke}</button>`
          : '')),
    ];
  }

  #make = async (): Promise<void> => {
    const made = await openForm<{ token: string }>({
      title: say.make, verb: say.create,
      fields: [
        { name: 'name', label: say.name, hint: say.nameHint, required: true, maxlength: 100, autocomplete: 'off' },
        { name: 'role', label: say.role, hint: say.roleHint, type: 'select', required: true, value: 'steward',
          options: Object.entries(team.roles).map(([value, label]) => ({ value, label })) },
        { name: 'expiresAt', label: say.until, hint: say.untilHint, type: 'datetime-local' },
      ],
      submit: (values) => send('POST', ofOrganization(this.organization, '/api-tokens'), values),
    });
    if (made) await showOnce(say.once, say.onceText, made.token);
  };

  async #revoke(row: ApiToken): Promise<void> {
    if (!await confirmAction({ title: say.revokeTitle(row.name), consequence: say.revokeText, verb: say.revoke,
      danger: true })) return;
    await this.attempt(async () => {
      await send('DELETE', ofOrganization(this.organization, `/api-tokens/${row.id}`));
      toast(say.revoked);
    });
  }
}

function standing(row: ApiToken): Standing {
  if (row.revokedAt) return 'revoked';
  return Date.parse(row.expiresAt) <= Date.now() ? 'over' : 'good';
}

customElements.define('tokens-page', TokensPage);
