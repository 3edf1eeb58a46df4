import { html, nothing } from 'lit';
import { openForm } from '../dialogs.js';
import { count } from '../format.js';
import { field, type Field } from '../forms.js';
import { Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { fromAddress, go, keepInAddress } from '../pages.js';
import { mainFields, moreFields, typedRelease, fieldWords } from '../release/release-fields.js';
import { newReleaseId, releasePath } from '../release/release-data.js';
import { isAdmin } from '../session.js';
import { toast } from '../toast.js';
import '../venue/plan-card.js';
import { addVenue, importPlan, planningFor, plansOf, venuesOf, type ImportedPlan, type Organization, type Plan, type Venue } from '../venue/venues.js';
import { fromZone } from '../zone.js';
import { eventPath, type EventView } from './event-data.js';
import './picture-choice.js';
import type { Chosen } from './picture-choice.js';
import { setPicture } from './picture-data.js';
import { say as picture } from './picture-words.js';
import './price-editor.js';
import { saleFields, termsFields, textFields } from './event-fields.js';
import { summary } from './wizard-summary.js';
import { eventOf, forgetDraft, keepDraft, keptDraft, shifted, termsOf, type Draft } from './wizard-draft.js';
import { say } from './wizard-words.js';

type Step = 'what' | 'house' | 'prices' | 'sale' | 'queue' | 'check';

/** Takes an organizer from nothing to a draft with its release; nothing is created before the last step. */
class EventWizard extends Island {
  static override properties = {
    organizations: { state: true }, venues: { state: true }, plans: { state: true }, draft: { state: true },
    imported: { state: true }, problem: { state: true }, busy: { state: true }, created: { state: true },
  };

  declare organizations: Organization[] | undefined;
  declare venues: Venue[];
  declare plans: Plan[];
  declare draft: Draft;
  declare imported: ImportedPlan | undefined;
  declare problem: Refusal | undefined;
  declare busy: boolean;
  /** The event, when it is there but not everything about it is. */
  declare created: string;

  constructor() {
    super();
    this.venues = [];
    this.plans = [];
    this.draft = keptDraft([]);
    this.busy = false;
    this.created = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#try(async () => {
      this.organizations = await planningFor();
      this.draft = keptDraft(this.organizations);
      await this.#loadHouses();
    });
  }

  get #steps(): Step[] {
    return ['what', 'house', 'prices', 'sale', ...this.draft.gated ? ['queue' as const] : [], 'check'];
  }

  get #step(): Step {
    return this.#steps.find((step) => step === fromAddress('step')) ?? 'what';
  }

  get #venue(): Venue | undefined {
    return this.venues.find(({ id }) => id === this.draft.venue);
  }

  get #plan(): Plan | undefined {
    return this.plans.find(({ id }) => id === this.draft.plan);
  }

  get #zone(): string {
    return this.#venue?.timezone ?? 'UTC';
  }

  async #loadHouses(): Promise<void> {
    const { organization } = this.draft;
    [this.venues, this.plans] = organization ? await Promise.all([venuesOf(organization), plansOf(organization)]) : [[], []];
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      this.busy = true;
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  protected override render() {
    if (!this.organizations) return html`<h1>${say.title}</h1><problem-note .problem=${this.problem}></problem-note>`;
    if (this.organizations.length === 0) {
      return html`<h1>${say.title}</h1><problem-note .problem=${this.problem}></problem-note>
        <empty-state .heading=${say.noOrganization} .text=${say.noOrganizationText} .action=${isAdmin()
  ? html`<button class="primary" @click=${() => this.#addOrganization()}>${say.newOrganization}</button>` : undefined}></empty-state>`;
    }
    const step = this.#step;
    const at = this.#steps.indexOf(step);
    return html`
      <h1>${say.title}</h1>
      <ol class="steps">${this.#steps.map((each, i) => html`<li><button type="button" class="quiet" ?disabled=${i > at}
        aria-current=${each === step ? 'step' : nothing} @click=${() => this.#go(each)}>${say.steps[each]}</button></li>`)}</ol>
      <form class="card" @submit=${this.#next}>
        <h2>${say.steps[step]}</h2>
        ${this.#body(step)}
        <problem-note .problem=${this.problem}></problem-note>
        ${this.created ? html`<p class="notice">${say.half} <a href="/admin/events/${this.created}">${say.open}</a></p>` : nothing}
        <p class="actions">
          <button class="primary" ?disabled=${this.busy}>${this.busy ? say.working : step !== 'check' ? say.next : this.created ? say.goOn : say.create}</button>
          ${at > 0 ? html`<button type="button" class="quiet" @click=${() => this.#go(this.#steps[at - 1]!)}>${say.back}</button>` : nothing}
        </p>
        ${step === 'check' ? html`<p class="hint">${say.draftHint}</p>` : nothing}
      </form>`;
  }

  #body(step: Step): unknown {
    const { draft } = this;
    switch (step) {
      case 'what': return html`${this.#fields([this.#organizationField(), ...textFields(draft)])}
        <h3>${picture.picture}</h3><p class="hint">${picture.pictureHint}</p>
        <picture-choice .shown=${draft.picture} .alternative=${draft.alternative}
          @picture=${(told: CustomEvent<Chosen>) => this.#keep(told.detail)}></picture-choice>`;
      case 'house': return this.#house();
      case 'prices': return html`<div class="columns">${this.#fields([{ name: 'currency', label: say.currency, hint: say.currencyHint, required: true,
        pattern: '[A-Za-z]{3}', value: draft.currency }])}</div>
        <price-editor .plan=${draft.plan} .categories=${this.#plan?.categories ?? []} .currency=${draft.currency.toUpperCase()} .prices=${draft.prices}
          @prices=${(told: CustomEvent<Draft['prices']>) => this.#keep({ prices: told.detail })}></price-editor>`;
      case 'sale': return html`
        <div class="columns">${this.#fields(saleFields(draft, this.#zone))}</div>
        ${this.#fields([{ name: 'gated', label: say.gated, hint: say.gatedHint, type: 'checkbox', value: draft.gated }])}
        <h3>${say.fees}</h3>${this.#terms()}`;
      case 'queue': return html`<div class="columns">${mainFields(this.#release(), this.#zone).map((each) => field(each))}</div>
        <details><summary>${fieldWords.more}</summary><div class="columns">${moreFields(this.#release()).map((each) => field(each))}</div></details>`;
      case 'check': return summary(draft, this.#venue, this.#plan, this.#zone);
    }
  }

  #terms() {
    const fields = termsFields(this.draft);
    const row = (from: number, to: number) => html`<div class="columns">${this.#fields(fields.slice(from, to))}</div>`;
    return html`${row(0, 3)}<h3>${say.after}</h3>${row(3, fields.length)}`;
  }

  #organizationField(): Field {
    return { name: 'organization', label: say.organization, type: 'select', required: true, value: this.draft.organization,
      options: this.organizations!.map(({ id, name }) => ({ value: id, label: name })),
      onChange: (organization) => {
        this.#keep({ organization, venue: '', plan: '', prices: {} });
        void this.#try(() => this.#loadHouses());
      } };
  }

  #house() {
    const plans = this.plans.filter(({ venueId }) => venueId === this.draft.venue);
    const choose = { value: '', label: say.choose };
    return html`
      <div class="columns">
        ${this.#fields([{ name: 'venue', label: say.venue, type: 'select', required: true, value: this.draft.venue,
    options: [choose, ...this.venues.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` }))],
    onChange: (venue) => this.#keep({ venue, plan: '', prices: {} }) }])}
        <p><button type="button" @click=${() => this.#addVenue()}>${say.newVenue}</button></p>
      </div>
      ${this.draft.venue ? html`
        <div class="columns">
          ${plans.length ? this.#fields([{ name: 'plan', label: say.plan, type: 'select', required: true, value: this.draft.plan,
    options: [choose, ...plans.map(({ id, name, seats }) => ({ value: id, label: `${name} (${say.places(count(seats))})` }))],
    onChange: (plan) => this.#keep({ plan, prices: {} }) }]) : html`<p>${say.noPlan}</p>`}
          <p><label class="upload button">${this.busy ? say.uploading : say.upload}<input class="unseen" type="file" accept=".json,application/json"
            @change=${(change: Event) => this.#upload(change.target as HTMLInputElement)}></label></p>
        </div>
        ${this.#plan ? html`<plan-card .plan=${this.#plan} .imported=${this.imported?.id === this.draft.plan ? this.imported : undefined}></plan-card>` : nothing}` : nothing}`;
  }

  /** Fields whose values are kept as they are typed. */
  #fields(fields: Field[]) {
    return fields.map((each) => field({ ...each, onChange: each.onChange ?? ((value, input) =>
      this.#keep({ [each.name]: input.type === 'checkbox' ? value === 'true' : value } as Partial<Draft>)) }));
  }

  #keep(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    keepDraft(this.draft);
  }

  /** Doors open with the sale, and the lobby a quarter of an hour before, unless something else was typed. */
  #release() {
    const { draft } = this;
    const lobby = draft.salesFrom && shifted(draft.salesFrom, -15);
    return { title: draft.title, opensAt: draft.salesFrom && fromZone(draft.salesFrom, this.#zone),
      lobbyOpensAt: lobby && fromZone(lobby, this.#zone), maxSeats: Number(draft.maxSeatsPerOrder), ...draft.release };
  }

  async #addOrganization(): Promise<void> {
    const made = await openForm({ title: say.newOrganization, verb: say.createIt, fields: [{ name: 'name', label: say.name, required: true, maxlength: 200 }],
      submit: ({ name }) => send<Organization>('POST', '/ticketing/organizations', { name }) });
    if (made) await this.#try(async () => {
      this.organizations = await planningFor();
      this.#keep({ organization: made.id });
    });
  }

  async #addVenue(): Promise<void> {
    const venue = await addVenue(this.draft.organization);
    if (!venue) return;
    this.venues = [...this.venues, venue];
    this.#keep({ venue: venue.id, plan: '', prices: {} });
  }

  async #upload(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    await this.#try(async () => {
      this.imported = await importPlan(this.draft.organization, this.draft.venue, file);
      this.plans = await plansOf(this.draft.organization);
      this.#keep({ plan: this.imported.id, prices: {} });
    });
    input.value = '';
  }

  #go(step: Step): void {
    const form = this.querySelector('form');
    if (form && this.#step === 'queue') this.#keep({ release: typedRelease(form, this.#zone) });
    keepInAddress('step', step);
    this.problem = undefined;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form input, form select')?.focus());
  }

  #next = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const step = this.#step;
    if (step === 'check') void this.#create();
    else this.#go(this.#steps[this.#steps.indexOf(step) + 1]!);
  };

  /** The event first; should a later part fail, it is not made once more. */
  #create(): Promise<void> {
    return this.#try(async () => {
      const { draft } = this;
      if (!this.created) this.created = (await send<EventView>('POST', '/ticketing/events', eventOf(draft, this.#zone))).id;
      await send('PUT', `${eventPath(this.created)}/order-terms`, termsOf(draft, draft.currency.toUpperCase(), this.#zone));
      if (draft.picture) await setPicture(this.created, draft.picture, draft.alternative);
      if (draft.gated) {
        const values = Object.fromEntries(Object.entries(draft.release).filter(([, value]) => value !== null));
        await send('PUT', releasePath(newReleaseId(draft.title)), { ...values, eventId: this.created, organizationId: draft.organization });
      }
      forgetDraft();
      toast(say.created(draft.title));
      go(`/admin/events/${this.created}`);
    });
  }
}

customElements.define('event-wizard', EventWizard);
