import type { Seat, Shape } from './seats.js';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** Seats side by side in one category: what the map draws as a band while single seats would be too small. */
export interface Band {
  zone: number;
  category: string;
  seats: Seat[];
  line: Point[];
}

/** A part of the house: where its name stands, and what comes into view when it is chosen. */
export interface Zone {
  name: string;
  seats: Seat[];
  box: Box;
  middle: Point;
}

/**
 * The geometry of a house, worked out once: which seats are near a point, how far apart seats are, zones, rows and
 * bands. Nothing here changes while the sale runs.
 */
export class House {
  readonly box: Box;
  readonly pitch: number;
  readonly zones: Zone[];
  readonly rows: { zone: number; label: string; seats: Seat[] }[];
  readonly bands: Band[] = [];
  readonly #cell: number;
  readonly #columns: number;
  readonly #lines: number;
  readonly #starts: Uint32Array;
  readonly #order: Uint32Array;
  readonly #zoneOf = new Map<string, number>();
  readonly #rowOf: Uint32Array;

  constructor(readonly seats: Seat[], readonly shapes: Shape[]) {
    this.box = boxAround([...seats, ...shapes.flatMap(corners)], 40);
    this.#cell = Math.max(1, Math.sqrt((this.box.width * this.box.height) / Math.max(1, seats.length / 4)));
    this.#columns = Math.ceil(this.box.width / this.#cell) + 1;
    this.#lines = Math.ceil(this.box.height / this.#cell) + 1;
    [this.#starts, this.#order] = this.#sortIntoCells();
    this.pitch = this.#usualDistance();
    [this.zones, this.rows] = this.#sortIntoRows();
    this.#rowOf = new Uint32Array(seats.length);
    this.rows.forEach((row, index) => row.seats.forEach((seat) => (this.#rowOf[seat.position] = index)));
    for (const row of this.rows) this.#addBands(row);
  }

  zoneOf(seat: Seat): Zone {
    return this.zones[this.rows[this.#rowOf[seat.position]!]!.zone]!;
  }

  row(seat: Seat): Seat[] {
    return this.rows[this.#rowOf[seat.position]!]!.seats;
  }

  /** Calls for every seat inside, and for some that lie just outside. */
  within({ x, y, width, height }: Box, found: (seat: Seat) => void): void {
    const column = (at: number) => Math.floor((at - this.box.x) / this.#cell);
    const line = (at: number) => Math.floor((at - this.box.y) / this.#cell);
    const [left, right] = [Math.max(0, column(x)), Math.min(this.#columns - 1, column(x + width))];
    const [top, bottom] = [Math.max(0, line(y)), Math.min(this.#lines - 1, line(y + height))];
    for (let row = top; row <= bottom; row++) {
      const from = this.#starts[row * this.#columns + left]!;
      const to = this.#starts[row * this.#columns + Math.max(left, right) + 1]!;
      for (let index = from; index < to; index++) found(this.seats[this.#order[index]!]!);
    }
  }

  nearest({ x, y }: Point, within: number, fits: (seat: Seat) => boolean = () => true): Seat | undefined {
    let best: Seat | undefined;
    let least = within ** 2;
    this.within({ x: x - within, y: y - within, width: 2 * within, height: 2 * within }, (seat) => {
      const distance = (seat.x - x) ** 2 + (seat.y - y) ** 2;
      if (distance < least && fits(seat)) [best, least] = [seat, distance];
    });
    return best;
  }

  /** Where an arrow key leads from a seat: along its row, or to the nearest seat above or below. */
  neighbour(from: Seat, key: string): Seat | undefined {
    const row = this.row(from);
    const at = row.indexOf(from);
    switch (key) {
      case 'ArrowLeft': return row[at - 1];
      case 'ArrowRight': return row[at + 1];
      case 'Home': return row[0];
      case 'End': return row.at(-1);
      case 'ArrowUp': return this.#beyond(from, -1);
      case 'ArrowDown': return this.#beyond(from, 1);
      default: return undefined;
    }
  }

  /** The nearest seat on that side; straight counts more than near, so that one walks in columns. */
  #beyond(from: Seat, side: 1 | -1): Seat | undefined {
    for (let reach = 4 * this.pitch; reach < 2 * this.box.height; reach *= 3) {
      let best: Seat | undefined;
      let least = Infinity;
      const y = side === 1 ? from.y : from.y - reach;
      this.within({ x: from.x - reach, y, width: 2 * reach, height: reach }, (seat) => {
        const down = (seat.y - from.y) * side;
        if (down < this.pitch * 0.2 || this.#rowOf[seat.position] === this.#rowOf[from.position]) return;
        const cost = down + 2 * Math.abs(seat.x - from.x);
        if (cost < least) [best, least] = [seat, cost];
      });
      if (best) return best;
    }
    return undefined;
  }

  #cellOf({ x, y }: Point): number {
    return Math.floor((y - this.box.y) / this.#cell) * this.#columns + Math.floor((x - this.box.x) / this.#cell);
  }

  #sortIntoCells(): [Uint32Array, Uint32Array] {
    const starts = new Uint32Array(this.#columns * this.#lines + 1);
    for (const seat of this.seats) starts[this.#cellOf(seat) + 1]!++;
    for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
    const next = starts.slice();
    const order = new Uint32Array(this.seats.length);
    this.seats.forEach((seat, index) => (order[next[this.#cellOf(seat)]!++] = index));
    return [starts, order];
  }

  /** The middle of the distances from a few hundred seats to their nearest neighbours. */
  #usualDistance(): number {
    const step = Math.max(1, Math.floor(this.seats.length / 400));
    const distances: number[] = [];
    for (let index = 0; index < this.seats.length; index += step) {
      const from = this.seats[index]!;
      const to = this.nearest(from, 2 * this.#cell, (seat) => seat !== from);
      if (to) distances.push(Math.hypot(to.x - from.x, to.y - from.y));
    }
    distances.sort((a, b) => a - b);
    return Math.max(1, distances[Math.floor(distances.length / 2)] ?? 25);
  }

  #sortIntoRows(): [Zone[], House['rows']] {
    const zones: Zone[] = [];
    const rows = new Map<string, { zone: number; label: string; seats: Seat[] }>();
    for (const seat of this.seats) {
      let zone = this.#zoneOf.get(seat.zone);
      if (zone === undefined) {
        zone = zones.push({ name: seat.zone, seats: [], box: this.box, middle: seat }) - 1;
        this.#zoneOf.set(seat.zone, zone);
      }
      zones[zone]!.seats.push(seat);
      const key = `${zone}\n${seat.row}`;
      const row = rows.get(key);
      if (row) row.seats.push(seat);
      else rows.set(key, { zone, label: seat.row, seats: [seat] });
    }
    for (const zone of zones) {
      zone.box = boxAround(zone.seats, this.pitch * 2);
      zone.middle = middleOf(zone.seats);
    }
    return [zones, [...rows.values()]];
  }

  /** A row is cut where an aisle runs through it or another category begins. */
  #addBands({ zone, seats }: House['rows'][number]): void {
    let band: Band | undefined;
    let last: Seat | undefined;
    for (const seat of seats) {
      const aisle = last && Math.hypot(seat.x - last.x, seat.y - last.y) > 2.4 * this.pitch;
      if (!band || aisle || band.category !== seat.category) {
        band = { zone, category: seat.category, seats: [], line: [] };
        this.bands.push(band);
      }
      band.seats.push(seat);
      last = seat;
    }
    for (const cut of this.bands) if (cut.line.length === 0) cut.line = roughly(cut.seats, this.pitch);
  }
}

/** A line through seats by a few of its points, as long as on both ends as seats are wide. */
function roughly(seats: Seat[], pitch: number): Point[] {
  const [first, last] = [seats[0]!, seats.at(-1)!];
  if (seats.length === 1) return [{ x: first.x - pitch / 2, y: first.y }, { x: first.x + pitch / 2, y: first.y }];
  const step = Math.max(1, Math.ceil(seats.length / 6));
  const line: Point[] = [beyond(seats[1]!, first, pitch / 2)];
  for (let index = step; index < seats.length - 1; index += step) line.push({ x: seats[index]!.x, y: seats[index]!.y });
  line.push(beyond(seats.at(-2)!, last, pitch / 2));
  return line;
}

function beyond(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: to.x + ((to.x - from.x) / length) * by, y: to.y + ((to.y - from.y) / length) * by };
}

export function middleOf(points: Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}

/** Roughly where a shape ends; turned shapes may reach a little further. */
function corners({ x, y, form }: Shape): Point[] {
  const radius = { x: form?.radius?.x ?? form?.radius ?? 0, y: form?.radius?.y ?? form?.radius ?? 0 };
  const points: Point[] = form?.points ?? [
    { x: -radius.x, y: -radius.y }, { x: form?.width ?? radius.x, y: form?.height ?? radius.y },
  ];
  return points.map((point) => ({ x: x + point.x, y: y + point.y }));
}

/** What must be seen, with a margin; plans often leave much of their canvas empty. */
export function boxAround(points: Point[], margin: number): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x > right) right = x;
    if (y > bottom) bottom = y;
  }
  if (left > right) [left, top, right, bottom] = [0, 0, 1, 1];
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}
