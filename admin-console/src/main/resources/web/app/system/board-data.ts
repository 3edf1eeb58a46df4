/** The release board as the waiting room tells it. */

export interface Figures {
  waiting: number;
  called: number;
  admitted: number;
  alive: number;
  done: number;
  noShows: number;
  waitP50: number | null;
  waitP95: number | null;
  ratePerMinuteNow: number;
  why: string;
}

export interface BoardLine {
  id: string;
  eventId: string;
  organizationId: string;
  title: string;
  phase: string;
  mode: 'AUTO' | 'HOLD' | 'DRAIN' | 'CLOSED';
  reason: string;
  message: string;
  opensAt: string;
  closesAt: string | null;
  ratePerMinute: number;
  maxActive: number;
  tag: string;
  figures: Figures;
}

export interface Brake {
  on: boolean;
  since: string | null;
  staff: string | null;
  reason: string | null;
  held: string[];
}

export interface Board {
  items: BoardLine[];
  brake: Brake;
}

export interface FailOpen {
  open: boolean;
  since: string | null;
  until: string | null;
  reason: string | null;
  everywhere: boolean | null;
}

/** What a throttle would do to those who wait. */
export interface Forecast {
  /** Seconds until whoever is last in line gets in; null when nobody waits. */
  before: number | null;
  after: number | null;
  /** The hall is full and stays so: a higher rate would let nobody in sooner. */
  capBinds: boolean;
  /** How many are inside beyond what then may be. */
  tooMany: number;
}

/** By the rate alone, as if there were always room: what a full hall adds, nobody can know beforehand. */
export function forecast(line: BoardLine, rate: number, most: number): Forecast {
  const { waiting, called, alive } = line.figures;
  const inLine = waiting + called;
  const wait = (perMinute: number): number | null => inLine === 0 ? null : inLine / perMinute * 60;
  return {
    before: wait(line.ratePerMinute),
    after: wait(rate),
    capBinds: inLine > 0 && alive >= most && rate > line.ratePerMinute,
    tooMany: Math.max(0, alive - most),
  };
}
