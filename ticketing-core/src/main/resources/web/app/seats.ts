import { call, persist } from './http.js';
import type { Money } from './format.js';
import { House } from './house.js';

export type SeatState = 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';

export interface Category {
  id: string;
  name: string;
  color: string;
  price: Money;
  free: number;
}

interface PlanSeat {
  id: string;
  position: number;
  label: string;
  number: string;
  x: number;
  y: number;
  category: string;
  accessible: boolean;
  companion?: boolean;
  restrictedView?: boolean;
}

export interface Seat extends PlanSeat {
  zone: string;
  row: string;
  state: SeatState;
}

/**
 * Something drawn that is no seat, such as the stage; `form` is what its shape needs, relative to x and y. With a capacity
 * it is an area to stand in.
 */
export interface Shape {
  id: string;
  name?: string;
  category?: string;
  capacity?: number;
  shape: 'polygon' | 'rectangle' | 'ellipse' | 'circle' | 'text';
  x: number;
  y: number;
  rotation: number;
  form?: any;
  text?: { text: string; position?: { x: number; y: number }; size?: number };
}

/** An area to stand in, and how many more may. */
export interface StandingArea {
  id: string;
  name: string;
  category: string;
  free: number;
}

interface AreaLeft {
  id: string;
  free: number;
}

interface Plan {
  zones: { name: string; rows: { label: string; seats: PlanSeat[] }[]; areas: Shape[] }[];
}

interface Snapshot {
  version: number;
  categories: Category[];
  seats: string;
  areas?: AreaLeft[];
}

interface Change {
  version: number;
  previous: number;
  seats: [string, string][];
  areas?: AreaLeft[];
}

const letters: Record<string, SeatState> = { F: 'FREE', H: 'HELD', S: 'SOLD', B: 'BLOCKED' };

/**
 * The seats of one event as they are now: the plan's geometry, which never changes, and the states, which come as a
 * snapshot and then as changes. A change that does not follow on the version known here shows that one was missed: the
 * snapshot is read again. Says `changed` with the ids of the seats whose state changed, and `figures` when the number
 * of free seats did.
 */
export class LiveSeats extends EventTarget {
  readonly seats: Seat[] = [];
  house = new House([], []);
  categories: Category[] = [];
  areas: StandingArea[] = [];
  #version = 0;
  #byId = new Map<string, Seat>();
  #stream: EventSource | null = null;
  #retry = 0;
  #healing = false;

  constructor(readonly eventId: string) {
    super();
  }

  get(id: string): Seat | undefined {
    return this.#byId.get(id);
  }

  category(id: string): Category | undefined {
    return this.categories.find((category) => category.id === id);
  }

  get free(): number {
    return this.categories.reduce((total, { free }) => total + free, 0);
  }

  get #path(): string {
    return `/events/${encodeURIComponent(this.eventId)}`;
  }

  async load(): Promise<void> {
    const [plan, availability] = await Promise.all([
      persist(() => call<Plan>('GET', `${this.#path}/plan`)),
      persist(() => call<Snapshot>('GET', `${this.#path}/availability`)),
    ]);
    this.#readPlan(plan);
    this.#readSnapshot(availability);
  }

  /** Follows the changes until {@link close}; a browser that rests gets a fresh snapshot when it is back. */
  follow(): void {
    this.close();
    const stream = new EventSource(`/api/ticketing${this.#path}/availability/stream`);
    stream.addEventListener('snapshot', ({ data }) => this.#readSnapshot(JSON.parse(data)));
    stream.addEventListener('change', ({ data }) => this.#readChange(JSON.parse(data)));
    stream.onerror = () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      this.#retry = window.setTimeout(() => this.follow(), 2000 + 4000 * Math.random());
    };
    this.#stream = stream;
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#stream?.close();
    this.#stream = null;
  }

  /** What a refusal or one's own hold told before the stream does. */
  set(ids: string[], state: SeatState): void {
    this.#apply(ids.map((id) => [this.#byId.get(id), state]));
  }

  #readPlan(plan: Plan): void {
    const shapes: Shape[] = [];
    for (const zone of plan.zones) {
      shapes.push(...zone.areas);
      for (const row of zone.rows) {
        for (const seat of row.seats) {
          const known: Seat = { ...seat, zone: zone.name, row: row.label, state: 'BLOCKED' };
          this.seats[seat.position] = known;
          this.#byId.set(seat.id, known);
        }
      }
    }
    this.house = new House(this.seats, shapes);
    this.areas = shapes.flatMap(({ id, name, category, capacity }) =>
      (capacity && category ? [{ id, name: name ?? id, category, free: 0 }] : []));
  }

  /** The snapshot is one letter a seat, in the order of the plan. An answer that was overtaken changes nothing. */
  #readSnapshot({ version, categories, seats, areas }: Snapshot): void {
    if (version < this.#version) return;
    this.#version = version;
    const stood = this.#fill(areas);
    const renamed = JSON.stringify(categories) !== JSON.stringify(this.categories);
    this.categories = categories;
    this.#apply(this.seats.map((seat, position) => [seat, letters[seats[position]!] ?? 'BLOCKED']), categories);
    if (renamed || stood) this.dispatchEvent(new CustomEvent('figures'));
  }

  #readChange({ version, previous, seats, areas }: Change): void {
    if (version <= this.#version) return;
    const missed = previous > this.#version;
    this.#apply(seats.map(([id, told]) => [this.#byId.get(id), letters[told] ?? (told as SeatState)]));
    if (this.#fill(areas)) this.dispatchEvent(new CustomEvent('figures'));
    if (missed) void this.#heal();
    else this.#version = version;
  }

  /** Places to stand have no states of their own; their area tells how many are left. Whether any figure is new. */
  #fill(told: AreaLeft[] = []): boolean {
    const free = new Map(told.map((area) => [area.id, area.free]));
    const more = new Map<string, number>();
    this.areas = this.areas.map((area) => {
      const left = free.get(area.id) ?? area.free;
      more.set(area.category, (more.get(area.category) ?? 0) + left - area.free);
      return { ...area, free: left };
    });
    this.categories = this.categories
      .map((category) => ({ ...category, free: category.free + (more.get(category.id) ?? 0) }));
    return [...more.values()].some((difference) => difference !== 0);
  }

  async #heal(): Promise<void> {
    if (this.#healing) return;
    this.#healing = true;
    try {
      this.#readSnapshot(await persist(() => call<Snapshot>('GET', `${this.#path}/availability`)));
    } catch {
      this.follow(); // a new stream begins with a snapshot
    } finally {
      this.#healing = false;
    }
  }

  /** Counts along with what changes; a snapshot brings its own figures. */
  #apply(changes: [Seat | undefined, SeatState][], counted?: Category[]): void {
    const changed: string[] = [];
    const more = new Map<string, number>();
    for (const [seat, state] of changes) {
      if (!seat || seat.state === state) continue;
      const difference = Number(state === 'FREE') - Number(seat.state === 'FREE');
      more.set(seat.category, (more.get(seat.category) ?? 0) + difference);
      seat.state = state;
      changed.push(seat.id);
    }
    if (changed.length === 0) return;
    if (!counted) {
      this.categories = this.categories
        .map((category) => ({ ...category, free: category.free + (more.get(category.id) ?? 0) }));
    }
    this.dispatchEvent(new CustomEvent('changed', { detail: changed }));
    this.dispatchEvent(new CustomEvent('figures'));
  }
}
