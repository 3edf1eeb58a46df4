import { call, persist } from './http.js';
import type { Money } from './format.js';

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
}

export interface Seat extends PlanSeat {
  zone: string;
  row: string;
  state: SeatState;
}

/** Something drawn that is no seat, such as the stage; `form` is what its shape needs, relative to x and y. */
export interface Shape {
  shape: 'polygon' | 'rectangle' | 'ellipse' | 'circle' | 'text';
  x: number;
  y: number;
  rotation: number;
  form?: any;
  text?: { text: string; position?: { x: number; y: number }; size?: number };
}

interface Plan {
  zones: { name: string; rows: { label: string; seats: PlanSeat[] }[]; areas: Shape[] }[];
}

const letters: Record<string, SeatState> = { F: 'FREE', H: 'HELD', S: 'SOLD', B: 'BLOCKED' };

/**
 * The seats of one event as they are now: the plan's geometry, which never changes, and the states, which come as a
 * snapshot and then as changes. Says `changed` with the ids of the seats whose state changed, and `figures` when the
 * number of free seats did.
 */
export class LiveSeats extends EventTarget {
  readonly seats: Seat[] = [];
  readonly shapes: Shape[] = [];
  categories: Category[] = [];
  box = { x: 0, y: 0, width: 1, height: 1 };
  #byId = new Map<string, Seat>();
  #stream: EventSource | null = null;
  #retry = 0;

  constructor(readonly eventId: string) {
    super();
  }

  get(id: string): Seat | undefined {
    return this.#byId.get(id);
  }

  category(id: string): Category | undefined {
    return this.categories.find((category) => category.id === id);
  }

  async load(): Promise<void> {
    const path = `/events/${encodeURIComponent(this.eventId)}`;
    const [plan, availability] = await Promise.all([
      persist(() => call<Plan>('GET', `${path}/plan`)),
      persist(() => call('GET', `${path}/availability`)),
    ]);
    this.#readPlan(plan);
    this.#readSnapshot(availability);
  }

  /** Follows the changes until {@link close}; a browser that rests gets a fresh snapshot when it is back. */
  follow(): void {
    this.close();
    const stream = new EventSource(`/api/ticketing/events/${encodeURIComponent(this.eventId)}/availability/stream`);
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
    for (const zone of plan.zones) {
      this.shapes.push(...zone.areas);
      for (const row of zone.rows) {
        for (const seat of row.seats) {
          const known: Seat = { ...seat, zone: zone.name, row: row.label, state: 'BLOCKED' };
          this.seats[seat.position] = known;
          this.#byId.set(seat.id, known);
        }
      }
    }
    this.box = boxAround([...this.seats, ...this.shapes.flatMap(corners)]);
  }

  /** The snapshot is one letter a seat, in the order of the plan. */
  #readSnapshot({ categories, seats }: { categories: Category[]; seats: string }): void {
    this.categories = categories;
    this.#apply(this.seats.map((seat, position) => [seat, letters[seats[position]!] ?? 'BLOCKED']));
  }

  #readChange({ seats }: { seats: [string, string][] }): void {
    this.#apply(seats.map(([id, told]) => [this.#byId.get(id), letters[told] ?? (told as SeatState)]));
  }

  #apply(changes: [Seat | undefined, SeatState][]): void {
    const changed: string[] = [];
    for (const [seat, state] of changes) {
      if (!seat || seat.state === state) continue;
      seat.state = state;
      changed.push(seat.id);
    }
    if (changed.length === 0) return;
    this.#count();
    this.dispatchEvent(new CustomEvent('changed', { detail: changed }));
  }

  #count(): void {
    const free = new Map<string, number>();
    for (const { category, state } of this.seats) {
      if (state === 'FREE') free.set(category, (free.get(category) ?? 0) + 1);
    }
    this.categories = this.categories.map((category) => ({ ...category, free: free.get(category.id) ?? 0 }));
    this.dispatchEvent(new CustomEvent('figures'));
  }
}

/** Roughly where a shape ends; turned shapes may reach a little further. */
function corners({ x, y, form }: Shape): { x: number; y: number }[] {
  const radius = { x: form?.radius?.x ?? form?.radius ?? 0, y: form?.radius?.y ?? form?.radius ?? 0 };
  const points: { x: number; y: number }[] = form?.points ?? [
    { x: -radius.x, y: -radius.y }, { x: form?.width ?? radius.x, y: form?.height ?? radius.y },
  ];
  return points.map((point) => ({ x: x + point.x, y: y + point.y }));
}

/** What must be seen, with a margin; plans often leave much of their canvas empty. */
function boxAround(points: { x: number; y: number }[]) {
  const margin = 40;
  const [left, top, right, bottom] = points.reduce(
    ([l, t, r, b], { x, y }) => [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)],
    [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number],
  );
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}
