import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Island } from './island.js';
import { money, number } from './format.js';
import { House, type Point } from './house.js';
import { MapCamera } from './map-camera.js';
import { MapGestures } from './map-gestures.js';
import { MapPainter } from './map-painter.js';
import type { Look } from './seat-sprites.js';
import type { LiveSeats, Seat } from './seats.js';
import { say } from './words.js';

/**
 * The live seat map. Says `seat-toggle` with the seat's id.
 *
 * Keyboard: one stop in the tab order; arrows walk along rows and between them, Page Up and Down from zone to zone,
 * Enter or Space chooses, plus, minus and 0 zoom. A screen reader hears a list box whose present option is the seat
 * under the cursor.
 */
export class SeatMap extends Island {
  static override properties = {
    seats: { attribute: false }, chosen: { attribute: false }, gone: { attribute: false },
    highlighted: { type: String }, current: { state: true }, tip: { state: true }, zoomed: { state: true },
  };

  declare seats: LiveSeats;
  declare chosen: ReadonlySet<string>;
  declare gone: ReadonlySet<string>;
  declare highlighted: string;
  declare current: Seat | null;
  declare tip: string;
  declare zoomed: boolean;

  #house!: House;
  #camera!: MapCamera;
  #painter!: MapPainter;
  #gestures?: MapGestures;
  #sizes?: ResizeObserver;
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    super();
    this.chosen = new Set();
    this.gone = new Set();
    this.highlighted = '';
    this.current = null;
    this.tip = '';
    this.zoomed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seats.removeEventListener('changed', this.#changed);
    this.#scheme.removeEventListener('change', this.#redress);
    this.#gestures?.disconnect();
    this.#sizes?.disconnect();
    this.#camera?.stop();
  }

  protected override render() {
    const current = this.current;
    const chosen = current !== null && this.chosen.has(current.id);
    return html`
      <div class="map-frame">
        <div class="map-tools">
          <button type="button" aria-label=${say.zoomIn} @click=${() => this.#zoom(1.6)}>+</button>
          <button type="button" aria-label=${say.zoomOut} @click=${() => this.#zoom(1 / 1.6)}>−</button>
          <button type="button" aria-label=${say.wholeHouse} @click=${() => this.#camera.reset()}>⤢</button>
        </div>
        <div class="map ${this.zoomed ? 'zoomed' : ''}" role="listbox" aria-multiselectable="true" tabindex="0"
             aria-label=${say.mapLabel} aria-activedescendant=${current ? `seat-${current.position}` : ''}
             @keydown=${this.#keyed} @focus=${this.#focused} @blur=${() => (this.tip = '')}>
          <canvas aria-hidden="true"></canvas><canvas aria-hidden="true"></canvas>
          ${current ? keyed(current.position, html`<span class="map-cursor" role="option" id="seat-${current.position}"
            data-seat=${current.id} aria-selected=${String(chosen)} aria-label=${this.#describe(current)}
            aria-disabled=${String(!chosen && current.state !== 'FREE')}></span>`) : ''}
        </div>
        <p class="map-tip" aria-hidden="true" ?hidden=${this.tip === ''}>${this.tip}</p>
      </div>`;
  }

  protected override firstUpdated(): void {
    const area = this.querySelector<HTMLElement>('.map')!;
    const [ground, top] = [...this.querySelectorAll('canvas')] as [HTMLCanvasElement, HTMLCanvasElement];
    this.#house = this.seats.house;
    this.#camera = new MapCamera(this.#house.box, this.#house.pitch, () => this.#draw());
    area.style.aspectRatio = `${this.#house.box.width} / ${this.#house.box.height}`;
    this.#painter = new MapPainter(ground, top, this.#house, this.#camera, {
      look: (seat) => this.#look(seat),
      dim: (category) => this.highlighted !== '' && this.highlighted !== category,
      categories: () => this.seats.categories,
      freeText: (free) => (free ? say.free(number(free)) : say.soldOut),
    });
    this.#gestures = new MapGestures(area, this.#camera, (at, finger) => this.#tapped(at, finger),
      (at) => this.#hovered(at));
    this.#sizes = new ResizeObserver(() => this.#camera.resize(area.clientWidth, area.clientHeight));
    this.#sizes.observe(area);
    this.seats.addEventListener('changed', this.#changed);
    this.#scheme.addEventListener('change', this.#redress);
    this.current = this.seats.seats.find(({ state }) => state === 'FREE') ?? this.seats.seats[0] ?? null;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!this.#painter) return;
    if (changed.has('highlighted')) return this.#painter.forget();
    const different = ['chosen', 'gone'].flatMap((name) => {
      const before = (changed.get(name) ?? new Set()) as ReadonlySet<string>;
      const after = name === 'chosen' ? this.chosen : this.gone;
      return changed.has(name) ? [...before, ...after] : [];
    });
    if (different.length) this.#painter.patch(different.flatMap((id) => this.seats.get(id) ?? []));
    if (changed.has('current')) this.#placeCursor();
  }

  /** Brings seats into view, near enough to be told apart. */
  reveal(ids: string[]): void {
    const seats = ids.flatMap((id) => this.seats.get(id) ?? []);
    if (seats.length === 0 || !this.#camera) return;
    const [x, y] = [seats[0]!.x, seats[0]!.y];
    this.#camera.flyTo(x, y, Math.max(this.#camera.scale, 18 / this.#house.pitch));
  }

  /** Where on the page a seat is drawn. */
  pointOf(id: string): Point | null {
    const seat = this.seats.get(id);
    const { left, top } = this.querySelector('.map')!.getBoundingClientRect();
    if (!seat) return null;
    const { x, y } = this.#camera.toScreen(seat);
    return { x: left + x, y: top + y };
  }

  /** Whoever comes nearer wants to see seats: many houses have none in their middle. */
  #zoom(factor: number): void {
    this.#camera.flyBy(factor, (middle, scale) => {
      const reach = Math.min(this.#camera.width, this.#camera.height) / scale;
      const seat = factor > 1 && this.#house.nearest(middle, Math.max(this.#house.box.width, this.#house.box.height));
      if (!seat) return middle;
      const far = Math.hypot(seat.x - middle.x, seat.y - middle.y) > reach * 0.12;
      return far ? seat : middle;
    });
  }

  #draw(): void {
    this.#painter.draw();
    this.#placeCursor();
    if (this.zoomed === this.#camera.whole) this.zoomed = !this.#camera.whole;
  }

  #changed = (change: Event): void => {
    const ids = (change as CustomEvent<string[]>).detail;
    this.#painter.patch(ids.flatMap((id) => this.seats.get(id) ?? []));
    if (this.current && ids.includes(this.current.id)) this.requestUpdate();
  };

  #redress = (): void => {
    this.#painter.dress();
    this.#painter.forget();
  };

  #look(seat: Seat): Look {
    if (this.chosen.has(seat.id)) return 'CHOSEN';
    return seat.state !== 'FREE' && this.gone.has(seat.id) ? 'GONE' : seat.state;
  }

  #describe(seat: Seat): string {
    const category = this.seats.category(seat.category);
    const state = this.chosen.has(seat.id) ? say.states.CHOSEN : say.states[seat.state];
    return [seat.label, category?.name, category && money(category.price), seat.accessible && say.wheelchair,
      seat.companion && say.companion, seat.restrictedView && say.restrictedView, state]
      .filter(Boolean).join(', ');
  }

  #toggle(seat: Seat): void {
    this.dispatchEvent(new CustomEvent('seat-toggle', { detail: seat.id, bubbles: true }));
  }

  /** A tap where seats are smaller than fingers goes nearer first: to the zone, then to its seats. */
  #tapped(at: Point, finger: boolean): void {
    const { scale } = this.#camera;
    const point = this.#camera.toPlan(at);
    const reach = (finger ? 22 : 12) / scale;
    const seat = this.#house.nearest(point, Math.max(reach, this.#house.pitch * 0.7));
    if (this.#painter.pitch < (finger ? 15 : 8)) {
      const zone = seat ?? this.#house.nearest(point, this.#house.pitch * 6);
      if (!this.#painter.single && zone && this.#house.zones.length > 1) this.#camera.fit(this.#house.zoneOf(zone).box);
      else if (zone) this.#camera.flyTo(point.x, point.y, Math.max(scale * 1.8, 20 / this.#house.pitch));
      return;
    }
    if (!seat) return;
    this.current = seat;
    this.#toggle(seat);
  }

  #hovered(at: Point | null): void {
    const point = at && this.#painter.single ? this.#camera.toPlan(at) : null;
    const seat = point && this.#house.nearest(point, this.#house.pitch * 0.6);
    const tip = seat ? this.#describe(seat) : '';
    if (tip !== this.tip) this.tip = tip;
  }

  #keyed = (key: KeyboardEvent): void => {
    if (!this.current || key.altKey || key.ctrlKey || key.metaKey) return;
    if (this.#act(key.key)) key.preventDefault();
  };

  #act(key: string): boolean {
    switch (key) {
      case 'Enter':
      case ' ':
        this.#toggle(this.current!);
        return true;
      case '+':
      case '-':
        this.#zoom(key === '+' ? 1.6 : 1 / 1.6);
        return true;
      case '0':
        this.#camera.reset();
        return true;
      default: {
        const next = key.startsWith('Page') ? this.#inNextZone(key === 'PageDown' ? 1 : -1)
          : this.#house.neighbour(this.current!, key);
        if (next) this.#moveTo(next);
        return next !== undefined;
      }
    }
  }

  #inNextZone(step: number): Seat | undefined {
    const { zones } = this.#house;
    const zone = zones[(zones.indexOf(this.#house.zoneOf(this.current!)) + step + zones.length) % zones.length]!;
    return zone.seats.find(({ state }) => state === 'FREE') ?? zone.seats[0];
  }

  #moveTo(seat: Seat): void {
    this.current = seat;
    this.tip = this.#describe(seat);
    const { x, y } = this.#camera.toScreen(seat);
    const inside = x > 30 && y > 30 && x < this.#camera.width - 30 && y < this.#camera.height - 30;
    if (!inside || this.#painter.pitch < 10) {
      this.#camera.flyTo(seat.x, seat.y, Math.max(this.#camera.scale, 16 / this.#house.pitch));
    }
  }

  #focused = (): void => {
    if (this.current) this.tip = this.#describe(this.current);
  };

  /** The frame around the seat that the keyboard is at. */
  #placeCursor(): void {
    const cursor = this.querySelector<HTMLElement>('.map-cursor');
    if (!cursor || !this.current) return;
    const { x, y } = this.#camera.toScreen(this.current);
    const size = Math.max(14, this.#painter.pitch * 1.1);
    cursor.style.transform = `translate(${x - size / 2}px, ${y - size / 2}px)`;
    cursor.style.width = cursor.style.height = `${size}px`;
  }
}

customElements.define('seat-map', SeatMap);
