import { middleOf, type House } from './house.js';
import type { Seat } from './seats.js';

const OTHER_CATEGORY = 6;
const OTHER_ROW = 1.2;
const BESIDE_KEPT = 3;

/**
 * What to offer to a fan whose seats were taken: as many free ones, side by side where there are such, as near as can
 * be to those that were lost. The same category comes first, and seats beside those the fan still has.
 */
export function nearestFree(house: House, lost: Seat[], kept: Seat[]): Seat[] {
  if (lost.length === 0) return [];
  const middle = middleOf(lost);
  const zone = house.zoneOf(lost[0]!);
  const taken = new Set([...lost, ...kept]);
  const beside = new Set(kept.flatMap((seat) => ['ArrowLeft', 'ArrowRight'].map((key) => house.neighbour(seat, key))));
  const wheelchair = lost.some(({ accessible }) => accessible);
  const fits = (seat: Seat) => seat.state === 'FREE' && !taken.has(seat) && seat.accessible === wheelchair;
  const cost = (seat: Seat) =>
    Math.hypot(seat.x - middle.x, seat.y - middle.y) / house.pitch
    + (seat.category === lost[0]!.category ? 0 : OTHER_CATEGORY)
    + (seat.row === lost[0]!.row && house.zoneOf(seat) === zone ? 0 : OTHER_ROW)
    - (beside.has(seat) ? BESIDE_KEPT : 0);
  return together(house, lost.length, fits, cost) ?? oneByOne(house, lost.length, fits, cost);
}

/** The cheapest run of neighbours in one row. */
function together(house: House, wanted: number, fits: (seat: Seat) => boolean, cost: (seat: Seat) => number): Seat[] | null {
  let best: Seat[] | null = null;
  let least = Infinity;
  for (const { seats } of house.rows) {
    let run: Seat[] = [];
    for (const seat of seats) {
      const last = run.at(-1);
      if (!fits(seat)) run = [];
      else if (last && Math.hypot(seat.x - last.x, seat.y - last.y) > 1.7 * house.pitch) run = [seat];
      else run = [...run, seat].slice(-wanted);
      if (run.length < wanted) continue;
      const total = run.reduce((sum, member) => sum + cost(member), 0) / wanted;
      if (total < least) [best, least] = [run, total];
    }
  }
  return best;
}

function oneByOne(house: House, wanted: number, fits: (seat: Seat) => boolean, cost: (seat: Seat) => number): Seat[] {
  return house.seats.filter(fits).map((seat) => [cost(seat), seat] as const)
    .sort(([one], [other]) => one - other).slice(0, wanted).map(([, seat]) => seat);
}
