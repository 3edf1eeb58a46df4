import { html } from 'lit';
import { Island } from '../island.js';
import { count } from '../format.js';
import { Live } from '../live.js';
import { ofEvent, type SeatState } from './api.js';
import { House, stateOf, statesOf, type Seat, type Snapshot } from './house.js';
import { say } from './map-words.js';

const WIDEST = 6_000;
const ZOOMS = [1, 1.5, 2.5, 4, 6];

/**
 * The seats of an event as they are this moment. Says `states` with the house and the snapshot when either is new, and,
 * where seats can be chosen, `seats-chosen` with the seats that were clicked or drawn around.
 *
 * Every state has a form of its own besides its colour. Whoever reads no pictures has the list beside it.
 */
export class HouseMap extends Island {
  static override properties = {
    event: { type: String }, choosing: { type: Boolean }, chosen: { attribute: false }, house: { state: true },
    zoom: { state: true }, failed: { state: true }, tip: { state: true },
  };

  declare event: string;
  declare choosing: boolean;
  declare chosen: ReadonlySet<string>;
  declare house: House | null;
  declare zoom: number;
  declare failed: unknown;
  declare tip: string;

  #live = new Live<Snapshot>(this, () => (this.event && this.house ? ofEvent(this.event, '/availability') : undefined),
    2);
  #sizes?: ResizeObserver;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #scale = 1;
  #from: { x: number; y: number } | null = null;
  #to: { x: number; y: number } | null = null;
  #told: Snapshot | undefined;

  constructor() {
    super();
    this.event = '';
    this.choosing = false;
    this.chosen = new Set();
    this.house = null;
    this.zoom = 0;
    this.failed = null;
    this.tip = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#draw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#draw);
    this.#sizes?.disconnect();
    this.#sizes = undefined;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('event') && this.event) void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.failed = null;
      this.house = await House.of(this.event);
    } catch (problem) {
      this.failed = problem;
    }
  }

  protected override render() {
    if (this.failed) return html`<problem-note .problem=${this.failed} .retry=${() => this.#load()}></problem-note>`;
    if (!this.house) return html`<p role="status">${say.loading}</p>`;
    const snapshot = this.#live.value;
    const counts = statesOf(snapshot);
    const state = (name: SeatState) => html`<li class="seat-key ${name.toLowerCase()}">${say.states[name]} <b>${count(counts[name])}</b></li>`;
    return html`
      <div class="house-head">
        <ul class="seat-keys">${state('SOLD')}${state('HELD')}${state('FREE')}${state('BLOCKED')}</ul>
        <div class="actions">
          <data-age .at=${this.#live.readAt}></data-age>
          <button type="button" class="quiet" aria-label=${say.smaller} ?disabled=${this.zoom === 0}
                  @click=${() => this.zoom--}>−</button>
          <button type="button" class="quiet" aria-label=${say.larger} ?disabled=${this.zoom === ZOOMS.length - 1}
                  @click=${() => this.zoom++}>+</button>
        </div>
      </div>
      ${this.#live.problem ? html`<problem-note .problem=${this.#live.problem}></problem-note>` : ''}
      <div class="house-frame" tabindex="0" role="group" aria-label=${say.map}>
        <canvas role="img" aria-label=${say.summary(count(counts.SOLD), count(counts.HELD), count(counts.FREE),
          count(counts.BLOCKED))}
          class=${this.choosing ? 'choosing' : ''} @pointerdown=${this.#pressed} @pointermove=${this.#moved}
          @pointerup=${this.#released} @pointercancel=${this.#left} @pointerleave=${this.#left}></canvas>
      </div>
      <p class="house-tip" aria-hidden="true">${this.tip || (this.choosing ? say.howToChoose : '')}</p>
      ${this.house.areas.length === 0 ? '' : html`<ul class="areas">${this.house.areas.map((area) => html`
        <li>${area.name}: ${say.standing(count(snapshot?.areas?.find(({ id }) => id === area.id)?.free ?? 0),
          count(area.capacity))}</li>`)}</ul>`}`;
  }

  protected override updated(): void {
    const frame = this.querySelector('.house-frame');
    if (frame && !this.#sizes) {
      this.#sizes = new ResizeObserver(this.#draw);
      this.#sizes.observe(frame);
    }
    if (this.house && this.#live.value !== this.#told) {
      this.#told = this.#live.value;
      this.dispatchEvent(new CustomEvent('states', { detail: { house: this.house, snapshot: this.#told },
        bubbles: true }));
    }
    this.#draw();
  }

  #draw = (): void => {
    const canvas = this.querySelector('canvas');
    const frame = this.querySelector('.house-frame');
    if (!canvas || !frame || !this.house || frame.clientWidth === 0) return;
    const { box, pitch } = this.house;
    const margin = pitch;
    const width = Math.min(WIDEST, frame.clientWidth * ZOOMS[this.zoom]!);
    this.#scale = width / (box.width + 2 * margin);
    const height = Math.min(WIDEST, (box.height + 2 * margin) * this.#scale);
    const dots = Math.min(window.devicePixelRatio || 1, WIDEST / Math.max(width, height));
    canvas.width = width * dots;
    canvas.height = height * dots;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const pen = canvas.getContext('2d')!;
    pen.scale(dots, dots);
    this.#paint(pen, Math.max(2, pitch * this.#scale * 0.78));
  };

  #paint(pen: CanvasRenderingContext2D, size: number): void {
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(name).trim() || style.color;
    const colors: Record<SeatState, string> = {
      SOLD: color('--accent'), HELD: color('--warn'), FREE: color('--muted'), BLOCKED: color('--muted'),
    };
    const ink = color('--ink');
    for (const seat of this.house!.seats) {
      const state = stateOf(this.#live.value, seat);
      const { x, y } = this.#onCanvas(seat);
      mark(pen, state, x, y, size, colors[state]);
      if (this.chosen.has(seat.id)) {
        pen.strokeStyle = ink;
        pen.lineWidth = Math.max(2, size / 5);
        pen.strokeRect(x - size / 2 - 1, y - size / 2 - 1, size + 2, size + 2);
      }
    }
    if (this.#from && this.#to) {
      pen.strokeStyle = ink;
      pen.lineWidth = 1;
      pen.setLineDash([4, 3]);
      pen.strokeRect(this.#from.x, this.#from.y, this.#to.x - this.#from.x, this.#to.y - this.#from.y);
      pen.setLineDash([]);
    }
  }

  #onCanvas(seat: Seat): { x: number; y: number } {
    const { box, pitch } = this.house!;
    return { x: (seat.x - box.x + pitch) * this.#scale, y: (seat.y - box.y + pitch) * this.#scale };
  }

  #nearest(at: { x: number; y: number }): Seat | undefined {
    const reach = Math.max(8, this.house!.pitch * this.#scale * 0.7);
    let found: Seat | undefined;
    let least = reach;
    for (const seat of this.house!.seats) {
      const { x, y } = this.#onCanvas(seat);
      const far = Math.hypot(x - at.x, y - at.y);
      if (far < least) [least, found] = [far, seat];
    }
    return found;
  }

  /** Fingers scroll and tap; a mouse draws around seats. */
  #pressed = (press: PointerEvent): void => {
    if (!this.choosing || press.button !== 0) return;
    this.#from = { x: press.offsetX, y: press.offsetY };
    this.#to = null;
    if (press.pointerType === 'mouse') (press.target as Element).setPointerCapture(press.pointerId);
  };

  #moved = (move: PointerEvent): void => {
    const at = { x: move.offsetX, y: move.offsetY };
    if (this.#from && move.pointerType === 'mouse' && Math.hypot(at.x - this.#from.x, at.y - this.#from.y) > 4) {
      this.#to = at;
      this.#draw();
      return;
    }
    const seat = this.#nearest(at);
    const tip = seat ? `${seat.label}, ${say.states[stateOf(this.#live.value, seat)]}` : '';
    if (tip !== this.tip) this.tip = tip;
  };

  #released = (release: PointerEvent): void => {
    const from = this.#from;
    const to = this.#to;
    this.#from = this.#to = null;
    if (!from) return;
    const one = to ? undefined : this.#nearest({ x: release.offsetX, y: release.offsetY });
    const seats = to ? this.house!.seats.filter((seat) => {
      const { x, y } = this.#onCanvas(seat);
      return x >= Math.min(from.x, to.x) && x <= Math.max(from.x, to.x) && y >= Math.min(from.y, to.y)
        && y <= Math.max(from.y, to.y);
    }) : one ? [one] : [];
    if (seats.length) this.dispatchEvent(new CustomEvent('seats-chosen', { detail: { seats, around: to !== null },
      bubbles: true }));
    this.#draw();
  };

  #left = (): void => {
    this.#from = this.#to = null;
    this.tip = '';
  };
}

function mark(pen: CanvasRenderingContext2D, state: SeatState, x: number, y: number, size: number,
  color: string): void {
  const half = size / 2;
  pen.fillStyle = pen.strokeStyle = color;
  pen.lineWidth = Math.max(1, size / 8);
  pen.beginPath();
  switch (state) {
    case 'SOLD':
      pen.rect(x - half, y - half, size, size);
      pen.fill();
      break;
    case 'HELD':
      pen.moveTo(x, y - half);
      pen.lineTo(x + half, y);
      pen.lineTo(x, y + half);
      pen.lineTo(x - half, y);
      pen.closePath();
      pen.fill();
      break;
    case 'FREE':
      pen.arc(x, y, half * 0.8, 0, 2 * Math.PI);
      pen.stroke();
      break;
    case 'BLOCKED':
      pen.moveTo(x - half * 0.7, y - half * 0.7);
      pen.lineTo(x + half * 0.7, y + half * 0.7);
      pen.moveTo(x + half * 0.7, y - half * 0.7);
      pen.lineTo(x - half * 0.7, y + half * 0.7);
      pen.stroke();
      break;
  }
}

customElements.define('house-map', HouseMap);
