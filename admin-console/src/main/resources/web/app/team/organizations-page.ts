import { html, nothing } from 'lit';
import { chip, column, deeds } from '../columns.js';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { readAll, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { isAdmin } from '../session.js';
import { toast } from '../toast.js';
import { words } from '../words.js';
import { ofOrganization, type Organization } from './api.js';

export const say = words({
  en: {
    title: 'Organizations',
    hint: 'Each owns its venues, plans, events and orders; none sees anything of another.',
    make: 'New organization',
    name: 'Name',
    nameHint: 'Fans read it on event pages and tickets.',
    create: 'Create',
    created: (name: string) => `${name} is there. Next: invite its organizer.`,
    role: 'Your role',
    roles: { admin: 'Admin', organizer: 'Organizer', steward: 'Steward' },
    team: 'Team',
    webhooks: 'Webhooks',
    tokens: 'API tokens',
    id: 'Id',
    secondFactor: 'Second factor',
    demanded: 'demanded',
    free: 'up to each member',
    demand: 'Demand a second factor',
    demandTitle: (name: string) => `Demand a second factor at ${name}?`,
    demandText: 'Members without one keep working until they sign in the next time; then they set one up first, and '
      + 'can do nothing else before.',
    release: 'Demand none',
    releaseTitle: (name: string) => `No longer demand a second factor at ${name}?`,
    releaseText: 'Those who have one keep it, and may turn it off.',
    none: 'No organization yet',
    noneText: 'An organization owns venues and events. Make one, invite its organizer, and they do the rest '
      + 'themselves.',
  },
  de: {
    title: 'Organisationen',
    hint: 'Jede hat ihre eigenen Häuser, Pläne, Veranstaltungen und Bestellungen; keine sieht etwas von einer '
      + 'anderen.',
    make: 'Neue Organisation',
    name: 'Name',
    nameHint: 'Fans lesen ihn auf Veranstaltungsseiten und Tickets.',
    create: 'Anlegen',
    created: (name: string) => `${name} ist angelegt. Als Nächstes: den Veranstalter einladen.`,
    role: 'Deine Rolle',
    roles: { admin: 'Admin', organizer: 'Veranstalter', steward: 'Ordner' },
    team: 'Team',
    webhooks: 'Webhooks',
    tokens: 'API-Token',
    id: 'Kennung',
    secondFactor: 'Zweiter Faktor',
    demanded: 'verlangt',
    free: 'jedem überlassen',
    demand: 'Zweiten Faktor verlangen',
    demandTitle: (name: string) => `Einen zweiten Faktor bei ${name} verlangen?`,
    demandText: 'Mitglieder ohne ihn arbeiten bis zur nächsten Anmeldung weiter; dann richten sie zuerst einen ein '
      + 'und können vorher nichts anderes tun.',
    release: 'Keinen verlangen',
    releaseTitle: (name: string) => `Bei ${name} keinen zweiten Faktor mehr verlangen?`,
    releaseText: 'Wer einen hat, behält ihn und darf ihn ausschalten.',
    none: 'Noch keine Organisation',
    noneText: 'Eine Organisation besitzt Häuser und Veranstaltungen. Lege eine an und lade ihren '
      + 'Veranstalter ein; der Rest geht von dort.',
  },
});

/** The organizations of the reader; an admin sees all, makes new ones, and says where a second factor is demanded. */
export class OrganizationsPage extends Island {
  static override properties = { organizations: { state: true }, failed: { state: true } };

  declare organizations: Organization[] | undefined;
  declare failed: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    try {
      this.organizations = (await readAll<Organization>('/ticketing/organizations')).sort((one,
        other) => one.name.localeCompare(other.name));
      this.failed = undefined;
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  };

  protected override render() {
    const add = isAdmin() ? html`<button type="button" class="primary" @click=${this.#make}>${say.make}</button>`
      : nothing;
    const link = (row: Organization, path: string,
      word: string) => html`<a href="/admin/${path}?organization=${encodeURIComponent(row.id)}">${word}</a>`;
    const columns: Column<Organization>[] = [
      column('name', say.name, (row) => row.name),
      ...isAdmin() ? [column<Organization>('id', say.id, (row) => row.id, (row) => html`<code>${row.id}</code>`)]
        : [column<Organization>('role', say.role, (row) => say.roles[row.role])],
      chip('secondFactor', say.secondFactor, (row) => row.secondFactorRequired ? say.demanded : say.free,
        (row) => (row.secondFactorRequired ? 'good' : '')),
      deeds((row) => (row.role === 'steward' ? '' : html`<span class="actions">
        ${link(row, 'team', say.team)} ${link(row, 'webhooks', say.webhooks)} ${link(row, 'tokens', say.tokens)}
        ${isAdmin() ? this.#demand(row) : nothing}</span>`)),
    ];
    return html`<h1>${say.title}</h1><section class="card"><p class="hint">${say.hint}</p>
      ${this.failed ? html`<problem-note .problem=${this.failed} .retry=${this.#load}></problem-note>` : nothing}
      ${this.organizations?.length ? html`<div class="actions">${add}</div>` : nothing}
      <data-table name="organizations" .columns=${columns} .rows=${this.organizations}
        .empty=${{ title: say.none, text: say.noneText, ...(isAdmin() && { action: add }) }}></data-table></section>`;
  }

  #demand(row: Organization) {
    const verb = row.secondFactorRequired ? say.release : say.demand;
    return html`<button type="button" class="quiet" aria-label="${verb}: ${row.name}"
      @click=${() => this.#require(row, verb)}>${verb}</button>`;
  }

  async #require({ id, name, secondFactorRequired }: Organization, verb: string): Promise<void> {
    const sure = await confirmAction(secondFactorRequired
      ? { title: say.releaseTitle(name), consequence: say.releaseText, verb }
      : { title: say.demandTitle(name), consequence: say.demandText, verb });
    if (!sure) return;
    try {
      await send('PUT', ofOrganization(id, '/second-factor'), { required: !secondFactorRequired });
      toast(`${name}: ${secondFactorRequired ? say.free : say.demanded}`);
    } catch (problem) {
      this.failed = problem as Refusal;
      return;
    }
    await this.#load();
  }

  #make = async (): Promise<void> => {
    const made = await openForm<{ name: string }>({
      title: say.make, verb: say.create,
      fields: [{ name: 'name', label: say.name, hint: say.nameHint, required: true, maxlength: 200,
        autocomplete: 'off' }],
      submit: (values) => send('POST', '/ticketing/organizations', values),
    });
    if (!made) return;
    toast(say.created(made.name));
    await this.#load();
  };
}

customElements.define('organizations-page', OrganizationsPage);
