import type { Seat } from './seats.js';

const sameRow = (one: Seat, other: Seat) => one.zone === other.zone && one.row === other.row;

/** Where an arrow key leads from a seat: along its row, or to the nearest seat above or below. */
export function neighbour(seats: Seat[], from: Seat, key: string): Seat | undefined {
  const row = () => seats.filter((seat) => sameRow(seat, from)).sort((a, b) => a.x - b.x);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const inRow = row();
      return inRow[inRow.indexOf(from) + (key === 'ArrowLeft' ? -1 : 1)];
    }
    case 'Home':
      return row()[0];
    case 'End':
      return row().at(-1);
    case 'ArrowUp':
    case 'ArrowDown':
      return nearestBeyond(seats, from, key === 'ArrowUp' ? -1 : 1);
    default:
      return undefined;
  }
}

/** The nearest seat on that side; straight counts more than near, so that one walks in columns. */
function nearestBeyond(seats: Seat[], from: Seat, side: 1 | -1): Seat | undefined {
  let best: Seat | undefined;
  let least = Infinity;
  for (const seat of seats) {
    const down = (seat.y - from.y) * side;
    if (down < 2 || sameRow(seat, from)) continue;
    const cost = down + 2 * Math.abs(seat.x - from.x);
    if (cost < least) [best, least] = [seat, cost];
  }
  return best;
}
