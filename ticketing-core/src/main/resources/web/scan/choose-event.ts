import { html, nothing } from 'lit';
import { Island } from '../app/island.js';
import { call, persist, Refusal } from '../app/http.js';
import { moment } from '../app/format.js';
import type { ListedEvent } from '../app/event-search.js';
import type { GateEvent } from './gate.js';
import { facts } from './scan-store.js';
import { words } from './scan-words.js';

const DAY_MILLIS = 86_400_000;

/** Which event, at which gate. Says `event-chosen`. Events of yesterday are listed too: concerts end late. */
class ChooseEvent extends Island {
  static override properties = { events: { state: true }, refusal: { state: true }, gate: { state: true } };

  declare events: ListedEvent[] | null;
  declare refusal: Refusal | null;
  declare gate: string;
  #typing = 0;

  constructor() {
    super();
    this.events = null;
    this.refusal = null;
    this.gate = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void facts.get<string>('gate').then((gate) => (this.gate = gate ?? ''));
    void this.#find('');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="choose-heading">
      <h2 id="choose-heading">${words.whichEvent}</h2>
      <label>${words.gate} <input name="gate" maxlength="60" placeholder=${words.gateHint} .value=${this.gate}
        @change=${this.#named}></label>
      <label>${words.find} <input type="search" name="query" autocomplete="off" @input=${this.#typed}></label>
      <div role="alert">${this.refusal ? html`<p class="banner"><strong>${this.refusal.message}.</strong>
        ${this.refusal.detail}</p>` : nothing}</div>
      ${this.events?.length === 0 ? html`<p class="empty">${words.noEvents}</p>` : nothing}
      <ul class="gate-events">${(this.events ?? []).map((event) => html`<li><button @click=${() => this.#choose(event)}>
        <b>${event.title}</b> <small>${moment(event.startsAt, event.venue.timezone)}, ${event.venue.name}</small>
      </button></li>`)}</ul>
    </section>`;
  }

  #named = (change: Event): void => {
    void facts.set('gate', (change.target as HTMLInputElement).value.trim());
  };

  #typed = (input: Event): void => {
    clearTimeout(this.#typing);
    const { value } = input.target as HTMLInputElement;
    this.#typing = window.setTimeout(() => void this.#find(value.trim()), 250);
  };

  async #find(query: string): Promise<void> {
    const from = new Date(Date.now() - DAY_MILLIS).toISOString();
    const parameters = new URLSearchParams({ from, limit: '20', ...(query && { query }) });
    try {
      this.events = (await persist(() => call('GET', `/events?${parameters}`))).items;
      this.refusal = null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
  }

  #choose({ id, title, startsAt, venue }: ListedEvent): void {
    const detail: GateEvent = { id, title, startsAt, place: venue.name, timezone: venue.timezone };
    this.dispatchEvent(new CustomEvent('event-chosen', { detail, bubbles: true }));
  }
}

customElements.define('choose-event', ChooseEvent);
