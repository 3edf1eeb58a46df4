import { html, nothing } from 'lit';
import { Island } from './island.js';
import { money, sum } from './format.js';
import type { LiveSeats, Seat } from './seats.js';
import { say } from './words.js';

/**
 * What the fan has chosen, always in view; and when seats were taken by somebody faster: which, and the nearest free
 * ones for one tap. Says `give-up` with a seat's id, `take-instead`, or `go-on`.
 */
class SeatTray extends Island {
  static override properties = {
    seats: { attribute: false }, chosen: { attribute: false }, lost: { attribute: false }, offer: { attribute: false },
    most: { type: Number }, busy: { type: Boolean },
  };

  declare seats: LiveSeats;
  declare chosen: ReadonlySet<string>;
  declare lost: Seat[];
  declare offer: Seat[];
  declare most: number;
  declare busy: boolean;

  constructor() {
    super();
    this.chosen = new Set();
    this.lost = [];
    this.offer = [];
    this.most = 1;
    this.busy = false;
  }

  protected override render() {
    const seats = [...this.chosen].flatMap((id) => this.seats.get(id) ?? []);
    return html`
      <div role="alert">${this.lost.length ? this.#taken() : nothing}</div>
      <ul>${seats.map((seat) => html`<li><button class="chip" aria-label=${say.giveUp(seat.label)}
        @click=${() => this.#say('give-up', seat.id)}>${seat.label} <span aria-hidden="true">✕</span></button></li>`)}</ul>
      <p role="status">${seats.length ? html`${say.chosen(seats.length)}, <b>${this.#total(seats)}</b>`
    : say.tapUpTo(this.most)}</p>
      <button class="primary" ?disabled=${this.busy || seats.length === 0} @click=${() => this.#say('go-on')}>
        ${this.busy ? say.moment : say.goOn}</button>`;
  }

  #taken() {
    const labels = (seats: Seat[]) => seats.map(({ label }) => label).join('; ');
    return html`<div class="banner"><p><strong>${say.faster}.</strong> ${say.justTaken(labels(this.lost))}
        ${this.chosen.size ? say.restChosen : nothing}</p>
      ${this.offer.length ? html`<p>${say.nearest} <b>${labels(this.offer)}</b> (${this.#total(this.offer)})</p>
        <button class="primary" ?disabled=${this.busy} @click=${() => this.#say('take-instead')}>
          ${say.takeInstead(this.offer.length)}</button>` : html`<p>${say.noneNear}</p>`}</div>`;
  }

  #total(seats: Seat[]): string {
    return money(sum(seats.flatMap(({ category }) => this.seats.category(category)?.price ?? [])));
  }

  #say(what: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true }));
  }
}

customElements.define('seat-tray', SeatTray);
