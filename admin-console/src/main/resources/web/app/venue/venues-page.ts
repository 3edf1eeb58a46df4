import { html, nothing } from 'lit';
import { Refusal } from '../http.js';
import { Island } from '../island.js';
import { fromAddress, keepInAddress } from '../pages.js';
import { field } from '../forms.js';
import './plan-card.js';
import { say } from './venue-words.js';
import { addVenue, importPlan, planningFor, plansOf, venuesOf, type ImportedPlan, type Organization, type Plan, type Venue } from './venues.js';

/** The houses of an organization and their seating plans. */
class VenuesPage extends Island {
  static override properties = {
    organizations: { state: true }, organization: { state: true }, venues: { state: true }, plans: { state: true },
    imported: { state: true }, busy: { state: true }, problem: { state: true },
  };

  declare organizations: Organization[] | undefined;
  declare organization: string;
  declare venues: Venue[] | undefined;
  declare plans: Plan[];
  declare imported: Record<string, ImportedPlan>;
  declare busy: string;
  declare problem: Refusal | undefined;

  constructor() {
    super();
    this.plans = [];
    this.imported = {};
    this.busy = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#try(async () => {
      this.organizations = await planningFor();
      this.organization = fromAddress('organization') || (this.organizations[0]?.id ?? '');
      await this.#load();
    });
  }

  async #load(): Promise<void> {
    if (!this.organization) return;
    [this.venues, this.plans] = await Promise.all([venuesOf(this.organization), plansOf(this.organization)]);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    } finally {
      this.busy = '';
    }
  }

  protected override render() {
    const add = html`<button class="primary" @click=${() => this.#add()}>${say.newVenue}</button>`;
    return html`
      <div class="page-head"><h1>${say.venues}</h1><span class="grow"></span>${this.organization ? add : nothing}</div>
      <problem-note .problem=${this.problem}></problem-note>
      ${this.organizations?.length === 0 ? html`<empty-state .heading=${say.noOrganization} .text=${say.noOrganizationText}></empty-state>` : nothing}
      ${(this.organizations?.length ?? 0) > 1 ? field({ name: 'organization', label: say.organization, type: 'select', required: true,
        value: this.organization, options: this.organizations!.map(({ id, name }) => ({ value: id, label: name })),
        onChange: (id) => this.#choose(id) }) : nothing}
      ${this.venues?.length === 0 ? html`<empty-state .heading=${say.noVenues} .text=${say.noVenuesText} .action=${add}></empty-state>` : nothing}
      ${this.venues?.map((venue) => this.#venue(venue))}`;
  }

  #venue(venue: Venue) {
    const plans = this.plans.filter(({ venueId }) => venueId === venue.id);
    return html`
      <section class="venue" aria-labelledby="venue-${venue.id}">
        <h2 id="venue-${venue.id}">${venue.name}</h2>
        <p class="muted">${venue.address}, ${venue.city}, ${venue.country} · ${venue.timezone}</p>
        ${plans.length ? html`<div class="cards">${plans.map((plan) => html`
          <plan-card .plan=${plan} .imported=${this.imported[plan.id]}></plan-card>`)}</div>` : html`<p>${say.noPlans}</p>`}
        <label class="upload button">${this.busy === venue.id ? say.uploading : say.upload}
          <input class="unseen" type="file" accept=".json,application/json" ?disabled=${this.busy !== ''}
            @change=${(change: Event) => this.#upload(venue, change.target as HTMLInputElement)}></label>
      </section>`;
  }

  #choose(id: string): void {
    this.organization = id;
    keepInAddress('organization', id);
    this.venues = undefined;
    void this.#try(() => this.#load());
  }

  async #add(): Promise<void> {
    if (await addVenue(this.organization)) await this.#try(() => this.#load());
  }

  async #upload(venue: Venue, input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    this.busy = venue.id;
    await this.#try(async () => {
      const plan = await importPlan(this.organization, venue.id, file);
      this.imported = { ...this.imported, [plan.id]: plan };
      await this.#load();
    });
    input.value = '';
  }
}

customElements.define('venues-page', VenuesPage);
