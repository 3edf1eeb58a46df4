import type { Interval, Step } from './api.js';

const lengths: Record<Step, number> = { MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 };

export interface Point {
  at: number;
  tickets: number;
  takings: number;
  ticketsSoFar: number;
  takingsSoFar: number;
}

/** Intervals without a sale are no gaps: they are noughts. A long quiet stretch needs its ends only. */
export function filled(series: Interval[], step: Step, from: number, to: number): Point[] {
  const length = lengths[step];
  const known = new Map(series.map((interval) => [Date.parse(interval.at), interval]));
  const points: Point[] = [];
  let ticketsSoFar = 0;
  let takingsSoFar = 0;
  let quiet: Point | null = null;
  for (let at = Math.floor(from / length) * length; at <= to; at += length) {
    const interval = known.get(at);
    ticketsSoFar += interval?.tickets ?? 0;
    takingsSoFar += interval?.takings.amount ?? 0;
    const point = { at, tickets: interval?.tickets ?? 0, takings: interval?.takings.amount ?? 0, ticketsSoFar,
      takingsSoFar };
    if (interval) {
      if (quiet) points.push(quiet);
      quiet = null;
      points.push(point);
    } else if (quiet || points.length === 0) {
      if (points.length === 0) points.push(point);
      quiet = point;
    } else {
      points.push(point);
      quiet = point;
    }
  }
  if (quiet && points.at(-1) !== quiet) points.push(quiet);
  return points;
}
