import { html, nothing } from 'lit';
import { Island } from './island.js';
import { money } from './format.js';
import type { LiveSeats, Seat } from './seats.js';

/**
 * Two ways to seats without the map: "pick for me" by category and number, and a plain list, row by row. Says
 * `pick-for-me` with category and quantity, or `seat-toggle` with a seat's id.
 */
class SeatFinder extends Island {
  static override properties = {
    seats: { attribute: false }, chosen: { attribute: false }, most: { type: Number }, busy: { type: Boolean },
    zone: { state: true }, row: { state: true },
  };

  declare seats: LiveSeats;
  declare chosen: ReadonlySet<string>;
  declare most: number;
  declare busy: boolean;
  declare zone: string;
  declare row: string;

  constructor() {
    super();
    this.chosen = new Set();
    this.most = 1;
    this.busy = false;
    this.zone = '';
    this.row = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.seats.addEventListener('changed', this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seats.removeEventListener('changed', this.#refresh);
  }

  protected override render() {
    return html`${this.#quick()} ${this.#list()}`;
  }

  #quick() {
    const choices = this.seats.categories.filter(({ free }) => free > 0);
    if (choices.length === 0) return html`<p class="empty">Everything is taken at the moment. Seats that are given
      back appear here and on the map by themselves.</p>`;
    return html`
      <form class="quick" @submit=${this.#pick}>
        <h3>Let us pick</h3>
        <label class="wide">Category
          <select name="category">
            ${choices.map(({ id, name, price, free }) => html`
              <option value=${id}>${name}, ${money(price)} (${free} free)</option>`)}
          </select>
        </label>
        <label>Seats
          <select name="quantity">
            ${Array.from({ length: this.most }, (_, index) => html`
              <option value=${index + 1} ?selected=${index === 1}>${index + 1}</option>`)}
          </select>
        </label>
        <button ?disabled=${this.busy}>Find seats together</button>
      </form>`;
  }

  #list() {
    const zones = [...new Set(this.seats.seats.map(({ zone }) => zone))];
    const zone = zones.includes(this.zone) ? this.zone : zones[0] ?? '';
    const inZone = this.seats.seats.filter((seat) => seat.zone === zone);
    const rows = [...new Set(inZone.map(({ row }) => row))];
    const row = rows.includes(this.row) ? this.row : rows[0] ?? '';
    return html`
      <details class="list">
        <summary>Choose from a list instead</summary>
        <div class="list-where">
          <label>Part of the house
            <select @change=${(change: Event) => (this.zone = (change.target as HTMLSelectElement).value)}>
              ${zones.map((name) => html`<option ?selected=${name === zone}>${name}</option>`)}
            </select>
          </label>
          <label>Row
            <select @change=${(change: Event) => (this.row = (change.target as HTMLSelectElement).value)}>
              ${rows.map((name) => html`<option value=${name} ?selected=${name === row}>${name},
                ${inZone.filter((seat) => seat.row === name && seat.state === 'FREE').length} free</option>`)}
            </select>
          </label>
        </div>
        <ul>${inZone.filter((seat) => seat.row === row).map((seat) => this.#choice(seat))}</ul>
      </details>`;
  }

  #choice(seat: Seat) {
    const category = this.seats.category(seat.category);
    const chosen = this.chosen.has(seat.id);
    return html`
      <li><label class="check">
        <input type="checkbox" .checked=${chosen} ?disabled=${!chosen && seat.state !== 'FREE'}
               @change=${() => this.#toggle(seat)}>
        <span>Seat ${seat.number}${seat.accessible ? ' (wheelchair)' : nothing}
          <small>${category ? html`${category.name}, ${money(category.price)}` : nothing}
            ${chosen || seat.state === 'FREE' ? nothing : html` · taken`}</small></span>
      </label></li>`;
  }

  #toggle(seat: Seat): void {
    this.dispatchEvent(new CustomEvent('seat-toggle', { detail: seat.id, bubbles: true }));
  }

  #pick = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const detail = { category: String(form.get('category')), quantity: Number(form.get('quantity')) };
    this.dispatchEvent(new CustomEvent('pick-for-me', { detail, bubbles: true }));
  };

  #refresh = (): void => this.requestUpdate();
}

customElements.define('seat-finder', SeatFinder);
