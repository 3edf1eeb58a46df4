import { read } from '../http.js';
import { ofEvent, type SeatState } from './api.js';

export interface Seat {
  id: string;
  position: number;
  label: string;
  number: string;
  x: number;
  y: number;
  category: string;
  zone: string;
  row: string;
}

export interface Area {
  id: string;
  name: string;
  category: string;
  capacity: number;
}

export interface Snapshot {
  version: number;
  categories: { id: string; name: string; color: string; free: number }[];
  seats: string;
  areas?: { id: string; free: number }[];
}

interface Plan {
  zones: {
    name: string;
    rows: { label: string; seats: Omit<Seat, 'zone' | 'row'>[] }[];
    areas: { id: string; name?: string; category?: string; capacity?: number }[];
  }[];
}

const letters: Record<string, SeatState> = { F: 'FREE', H: 'HELD', S: 'SOLD', B: 'BLOCKED' };

/** A house as its plan draws it: the seats by their position, rows, and the areas to stand in. */
export class House {
  readonly seats: Seat[] = [];
  readonly areas: Area[] = [];
  readonly rows: { zone: string; label: string; seats: Seat[] }[] = [];

  private constructor(plan: Plan) {
    for (const zone of plan.zones) {
      for (const { id, name, category, capacity } of zone.areas) {
        if (capacity && category) this.areas.push({ id, name: name ?? id, category, capacity });
      }
      for (const row of zone.rows) {
        const seats = row.seats.map((seat) => ({ ...seat, zone: zone.name, row: row.label }));
        for (const seat of seats) this.seats[seat.position] = seat;
        if (seats.length) this.rows.push({ zone: zone.name, label: row.label, seats });
      }
    }
  }

  static async of(event: string): Promise<House> {
    return new House(await read<Plan>(ofEvent(event, '/plan')));
  }

  get box(): { x: number; y: number; width: number; height: number } {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of this.seats) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
    return this.seats.length ? { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
      : { x: 0, y: 0, width: 1, height: 1 };
  }

  /** How far apart neighbours are: the least distance that is common, whatever single seats do. */
  get pitch(): number {
    const gaps = this.rows.flatMap(({ seats }) => seats.slice(1, 3)
      .map((seat, at) => Math.hypot(seat.x - seats[at]!.x, seat.y - seats[at]!.y))).filter((gap) => gap > 0)
      .sort((one, other) => one - other);
    return gaps[Math.floor(gaps.length / 10)] ?? 20;
  }
}

/** One letter a seat, in the order of the plan. Before an event is published none is on sale. */
export const stateOf = (snapshot: Snapshot | undefined, seat: Seat): SeatState =>
  letters[snapshot?.seats[seat.position] ?? 'B'] ?? 'BLOCKED';

export const statesOf = (snapshot: Snapshot | undefined): Record<SeatState, number> => {
  const counts: Record<SeatState, number> = { FREE: 0, HELD: 0, SOLD: 0, BLOCKED: 0 };
  for (const letter of snapshot?.seats ?? '') counts[letters[letter] ?? 'BLOCKED']++;
  return counts;
};
