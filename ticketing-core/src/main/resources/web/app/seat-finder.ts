import { html, nothing } from 'lit';
import { Island } from './island.js';
import { money, number } from './format.js';
import type { LiveSeats, Seat } from './seats.js';
import { say } from './words.js';

/**
 * Two ways to seats without the map: the best ones by category and number, and a plain list, row by row. Says
 * `pick-for-me` with what is wished for, or `seat-toggle` with a seat's id.
 */
class SeatFinder extends Island {
  static override properties = {
    seats: { attribute: false }, chosen: { attribute: false }, most: { type: Number }, busy: { type: Boolean },
    zone: { state: true }, row: { state: true }, onlyFree: { state: true }, open: { state: true },
  };

  declare seats: LiveSeats;
  declare chosen: ReadonlySet<string>;
  declare most: number;
  declare busy: boolean;
  declare zone: number;
  declare row: string;
  declare onlyFree: boolean;
  declare open: boolean;

  constructor() {
    super();
    this.chosen = new Set();
    this.most = 1;
    this.busy = false;
    this.zone = 0;
    this.row = '';
    this.onlyFree = true;
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.seats.addEventListener('changed', this.#refresh);
    this.seats.addEventListener('figures', this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seats.removeEventListener('changed', this.#refresh);
    this.seats.removeEventListener('figures', this.#refresh);
  }

  protected override render() {
    return html`${this.#quick()} ${this.#standing()} ${this.seats.seats.length ? this.#list() : nothing}`;
  }

  #quick() {
    const seated = new Set(this.seats.seats.map(({ category }) => category));
    const choices = this.seats.categories.filter(({ id, free }) => free > 0 && seated.has(id));
    if (this.seats.free === 0) return html`<p class="empty">${say.allTaken}</p>`;
    if (choices.length === 0) return nothing;
    return html`
      <form class="quick" @submit=${this.#pick}>
        <h3>${say.letUsPick}</h3>
        <label class="wide">${say.category}
          <select name="category">
            ${choices.map(({ id, name, price, free }) => html`
              <option value=${id}>${say.categoryFree(name, money(price), number(free))}</option>`)}
          </select>
        </label>
        <label>${say.seats}
          <select name="quantity">
            ${Array.from({ length: this.most }, (_, index) => html`
              <option value=${index + 1} ?selected=${index === 1}>${index + 1}</option>`)}
          </select>
        </label>
        <label class="check wide"><input type="checkbox" name="together" checked> <span>${say.together}</span></label>
        <button ?disabled=${this.busy || this.most === 0}>${say.find}</button>
      </form>`;
  }

  #standing() {
    const areas = this.seats.areas.filter(({ free }) => free > 0);
    if (areas.length === 0) return nothing;
    return html`
      <form class="quick standing" @submit=${this.#stand}>
        <h3>${say.standing}</h3>
        <label class="wide">${say.area}
          <select name="area">${areas.map(({ id, name, category, free }) => html`
            <option value=${id}>${say.categoryFree(name, this.#price(category), number(free))}</option>`)}</select>
        </label>
        <label>${say.places}
          <select name="quantity">${Array.from({ length: this.most }, (_, index) => html`
            <option value=${index + 1} ?selected=${index === 1}>${index + 1}</option>`)}</select>
        </label>
        <button ?disabled=${this.busy || this.most === 0}>${say.takePlaces}</button>
      </form>`;
  }

  #price(category: string): string {
    const price = this.seats.category(category)?.price;
    return price ? money(price) : '';
  }

  /** Only what is open is worked out: a stadium has thousands of rows. */
  #list() {
    const { zones } = this.seats.house;
    return html`
      <details class="list" @toggle=${(toggle: Event) => (this.open = (toggle.target as HTMLDetailsElement).open)}>
        <summary>${say.list}</summary>
        ${this.open && zones.length ? this.#rows(Math.min(this.zone, zones.length - 1)) : nothing}
      </details>`;
  }

  #rows(zone: number) {
    const rows = this.seats.house.rows.filter((row) => row.zone === zone);
    const row = rows.find(({ label }) => label === this.row) ?? rows.find(({ seats }) => seats.some(isFree)) ?? rows[0]!;
    const shown = row.seats.filter((seat) => !this.onlyFree || isFree(seat) || this.chosen.has(seat.id));
    return html`
      <div class="list-where">
        <label>${say.zone}
          <select @change=${this.#zoneChosen}>
            ${this.seats.house.zones.map(({ name }, index) => html`
              <option value=${index} ?selected=${index === zone}>${name}</option>`)}
          </select>
        </label>
        <label>${say.row}
          <select @change=${(change: Event) => (this.row = (change.target as HTMLSelectElement).value)}>
            ${rows.map(({ label, seats }) => html`<option value=${label} ?selected=${label === row.label}>
              ${say.rowFree(label, seats.filter(isFree).length)}</option>`)}
          </select>
        </label>
      </div>
      <label class="check"><input type="checkbox" .checked=${this.onlyFree}
        @change=${(change: Event) => (this.onlyFree = (change.target as HTMLInputElement).checked)}>
        <span>${say.onlyFree}</span></label>
      ${shown.length ? html`<ul>${shown.map((seat) => this.#choice(seat))}</ul>`
    : html`<p class="hint">${say.noFreeInRow}</p>`}`;
  }

  #choice(seat: Seat) {
    const category = this.seats.category(seat.category);
    const chosen = this.chosen.has(seat.id);
    return html`
      <li><label class="check">
        <input type="checkbox" .checked=${chosen} ?disabled=${!chosen && !isFree(seat)}
               @change=${() => this.#toggle(seat)}>
        <span>${say.seatNumber(seat.number)}${noted(seat)}
          <small>${category ? html`${category.name}, ${money(category.price)}` : nothing}
            ${chosen || isFree(seat) ? nothing : html` · ${say.taken}`}</small></span>
      </label></li>`;
  }

  #zoneChosen = (change: Event): void => {
    this.zone = Number((change.target as HTMLSelectElement).value);
    this.row = '';
  };

  #toggle(seat: Seat): void {
    this.dispatchEvent(new CustomEvent('seat-toggle', { detail: seat.id, bubbles: true }));
  }

  #pick = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const detail = {
      category: String(form.get('category')), quantity: Number(form.get('quantity')), together: form.has('together'),
    };
    this.dispatchEvent(new CustomEvent('pick-for-me', { detail, bubbles: true }));
  };

  #stand = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const detail = { area: String(form.get('area')), quantity: Number(form.get('quantity')) };
    this.dispatchEvent(new CustomEvent('pick-for-me', { detail, bubbles: true }));
  };

  #refresh = (): void => {
    this.requestUpdate();
  };
}

/** What somebody should know of a seat before choosing it. */
const noted = ({ accessible, companion, restrictedView }: Seat): string => {
  const notes = [accessible && say.wheelchair, companion && say.companion, restrictedView && say.restrictedView].filter(Boolean);
  return notes.length ? ` (${notes.join(', ')})` : '';
};

const isFree = ({ state }: Seat): boolean => state === 'FREE';

customElements.define('seat-finder', SeatFinder);
