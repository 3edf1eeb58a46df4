import { html } from 'lit';
import { Island } from './island.js';
import { money } from './format.js';
import type { LiveSeats, Seat } from './seats.js';
import { drawSeat, drawShape, svg } from './seat-drawing.js';
import { MapView } from './map-view.js';
import { neighbour } from './seat-neighbours.js';

/**
 * The live seat map. It draws each seat once and then touches only seats that changed, so that a house of some
 * thousand seats stays smooth on a phone. Says `seat-toggle` with the seat's id.
 *
 * Keyboard: one stop in the tab order; arrows walk along rows and between them, Enter or Space chooses.
 */
export class SeatMap extends Island {
  static override properties = {
    seats: { attribute: false }, chosen: { attribute: false }, gone: { attribute: false },
    highlighted: { type: String },
  };

  declare seats: LiveSeats;
  declare chosen: ReadonlySet<string>;
  declare gone: ReadonlySet<string>;
  declare highlighted: string;

  #nodes = new Map<string, SVGGElement>();
  #current: Seat | null = null;
  #view: MapView | null = null;

  constructor() {
    super();
    this.chosen = new Set();
    this.gone = new Set();
    this.highlighted = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.seats?.addEventListener('changed', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seats.removeEventListener('changed', this.#changed);
    this.#view?.disconnect();
  }

  protected override render() {
    return html`
      <div class="map-frame">
        <div class="map-tools">
          <button type="button" aria-label="Zoom in" @click=${() => this.#view?.zoom(1.6)}>+</button>
          <button type="button" aria-label="Zoom out" @click=${() => this.#view?.zoom(1 / 1.6)}>−</button>
          <button type="button" aria-label="Show the whole house" @click=${() => this.#view?.reset()}>⤢</button>
        </div>
        <svg class="map" role="group" aria-label="Seat map. Arrow keys move between seats, Enter chooses one."
             @keydown=${this.#keyed} @focusin=${this.#focused}></svg>
        <p class="map-tip" aria-hidden="true"></p>
      </div>`;
  }

  protected override firstUpdated(): void {
    this.seats.addEventListener('changed', this.#changed);
    const drawing = this.querySelector('svg')!;
    const house = svg('g', { 'aria-hidden': 'true' });
    house.append(...this.seats.shapes.map(drawShape));
    const seats = svg('g', {});
    for (const seat of this.seats.seats) {
      const node = drawSeat(seat, this.seats.category(seat.category)?.color ?? '#888888');
      this.#nodes.set(seat.id, node);
      seats.append(node);
    }
    drawing.append(house, seats);
    this.#view = new MapView(drawing, this.seats.box, (x, y) => this.#tapped(x, y), (x, y) => this.#hovered(x, y));
    this.#current = this.seats.seats.find(({ state }) => state === 'FREE') ?? this.seats.seats[0] ?? null;
  }

  protected override updated(): void {
    for (const seat of this.seats.seats) this.#paint(seat);
  }

  /** Shows the seats and puts the keyboard's focus on the first of them. */
  reveal(ids: string[]): void {
    const seats = ids.flatMap((id) => this.seats.get(id) ?? []);
    if (seats.length) this.#view?.reveal(seats);
  }

  #changed = (change: Event): void => {
    for (const id of (change as CustomEvent<string[]>).detail) this.#paint(this.seats.get(id)!);
  };

  /** State is told by form and label, never by colour alone; see the style sheet. */
  #paint(seat: Seat): void {
    const node = this.#nodes.get(seat.id);
    if (!node) return;
    const chosen = this.chosen.has(seat.id);
    const state = chosen ? 'CHOSEN' : this.gone.has(seat.id) && seat.state !== 'FREE' ? 'GONE' : seat.state;
    const dim = this.highlighted !== '' && this.highlighted !== seat.category;
    const look = `${state}${dim ? ' dim' : ''}`;
    const stop = seat === this.#current ? '0' : '-1';
    if (node.getAttribute('tabindex') !== stop) node.setAttribute('tabindex', stop);
    if (node.dataset.look === look) return;
    node.dataset.look = look;
    node.setAttribute('aria-checked', String(chosen));
    node.setAttribute('aria-disabled', String(!chosen && seat.state !== 'FREE'));
    node.setAttribute('aria-label', this.#describe(seat));
  }

  #describe(seat: Seat): string {
    const category = this.seats.category(seat.category);
    const state = this.chosen.has(seat.id) ? 'chosen' : seat.state === 'FREE' ? 'free'
      : seat.state === 'HELD' ? 'in somebody\'s basket' : seat.state === 'SOLD' ? 'sold' : 'not for sale';
    return [seat.label, category?.name, category && money(category.price), seat.accessible && 'wheelchair', state]
      .filter(Boolean).join(', ');
  }

  #toggle(seat: Seat): void {
    this.dispatchEvent(new CustomEvent('seat-toggle', { detail: seat.id, bubbles: true }));
  }

  /** A tap on a small map goes nearer first: fingers are wider than seats. */
  #tapped(x: number, y: number): void {
    const view = this.#view!;
    const seat = this.#nearest(x, y, Math.max(14, view.units(16)));
    if (view.units(30) > 34) {
      view.zoomAt(x, y, 3);
      return;
    }
    if (!seat) return;
    this.#move(seat, false);
    this.#toggle(seat);
  }

  #hovered(x: number, y: number): void {
    const seat = Number.isNaN(x) ? undefined : this.#nearest(x, y, 13);
    this.#tip(seat ? this.#describe(seat) : '');
  }

  #tip(words: string): void {
    const tip = this.querySelector<HTMLElement>('.map-tip')!;
    if (tip.textContent !== words) tip.textContent = words;
  }

  #nearest(x: number, y: number, within: number): Seat | undefined {
    let best: Seat | undefined;
    let least = within ** 2;
    for (const seat of this.seats.seats) {
      const distance = (seat.x - x) ** 2 + (seat.y - y) ** 2;
      if (distance < least) [best, least] = [seat, distance];
    }
    return best;
  }

  #keyed = (key: KeyboardEvent): void => {
    if (!this.#current) return;
    if (key.key === 'Enter' || key.key === ' ') {
      key.preventDefault();
      this.#toggle(this.#current);
      return;
    }
    const next = neighbour(this.seats.seats, this.#current, key.key);
    if (!next) return;
    key.preventDefault();
    this.#move(next, true);
  };

  #focused = (): void => {
    if (this.#current) this.#tip(this.#describe(this.#current));
  };

  #move(seat: Seat, focus: boolean): void {
    const before = this.#current;
    this.#current = seat;
    if (before) this.#paint(before);
    this.#paint(seat);
    if (!focus) return;
    this.#view?.reveal([seat]);
    this.#nodes.get(seat.id)?.focus({ preventScroll: true });
  }
}

customElements.define('seat-map', SeatMap);
