/** The bot defense as the waiting room tells it. */

export const verdicts = ['ALLOW', 'THROTTLE', 'CHALLENGE', 'REVIEW', 'DENY'] as const;
export type Verdict = typeof verdicts[number];

export const modes = ['OFF', 'SHADOW', 'ENFORCE'] as const;
export type Mode = typeof modes[number];

export const stances = ['OFF', 'SHADOW', 'NORMAL', 'HIGH_DEMAND', 'UNDER_ATTACK'] as const;
export type Stance = typeof stances[number];

export interface Signal {
  id: string;
  family: string;
  points: number;
  evidence: string;
  mode?: Mode;
}

export interface Decision {
  reference: string;
  at: string;
  action: string;
  verdict: Verdict;
  risk: number;
  signals: Signal[];
  policyVersion: number;
  address: string;
  unshadowed: { risk: number; verdict: Verdict } | null;
  device: string;
  scope: string;
}

export interface Rule {
  family: string;
  points: number;
  mode: Mode;
  percentage: number;
  hard: boolean;
  /** Percent of the probable fans it may stand in the way of before it puts itself into shadow. */
  budget?: number;
  /** When and why it did. */
  demoted?: string;
}

export type Ladder = Partial<Record<'throttle' | 'challenge' | 'medium' | 'other' | 'review' | 'deny', number | null>>;

/** What a policy is, without who put it when. */
export interface PolicyBody {
  stance: Stance;
  creditCap: number;
  hysteresis: number;
  families: Record<string, number>;
  rules: Record<string, Rule>;
  thresholds: Record<string, Ladder>;
  challenge: Record<string, unknown>;
}

export interface Policy extends PolicyBody {
  version: number;
  at: string;
  author: string;
  comment: string;
}

export interface Version {
  version: number;
  at: string;
  author: string;
  comment: string;
  stance: Stance;
}

export interface Trial {
  examined: number;
  before: Partial<Record<Verdict, number>>;
  after: Partial<Record<Verdict, number>>;
  changes: { before: Verdict; after: Verdict; count: number }[];
  contributions: Record<string, number>;
  hurt: { address: string; count: number }[];
  examples: { reference: string; action: string; before: Verdict; after: Verdict }[];
}

export interface Entry {
  id: string;
  entry: string;
  reason: string;
  author: string;
  createdAt: string;
  expiresAt: string;
  hits: number;
}

export interface Appeal {
  reference: string;
  at: string;
  message: string;
  scope: string;
  place: number | null;
  state: 'OPEN' | 'GRANTED' | 'REJECTED';
  reason: string;
  staff: string;
  answeredAt: string | null;
}

export interface Change {
  at: string;
  before: unknown;
  after: unknown;
}

/** The policy alone, its parts in the order in which people read them. */
export function bodyOf({ stance, creditCap, hysteresis, families, rules, thresholds, challenge }: PolicyBody): PolicyBody {
  const ladders = Object.fromEntries(Object.entries(thresholds).map(([action, ladder]) =>
    [action, Object.fromEntries(Object.entries(ladder).filter(([, from]) => from !== null))]));
  return { stance, creditCap, hysteresis, families, rules, thresholds: ladders, challenge };
}

/** What two documents do not have in common, value by value; where is a JSON pointer. */
export function differences(before: unknown, after: unknown, at = ''): Change[] {
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
      .flatMap((name) => differences(before[name], after[name], `${at}/${name}`));
  }
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null) ? [] : [{ at, before, after }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const verdictTone = (verdict: Verdict): string =>
  verdict === 'DENY' ? 'bad' : verdict === 'ALLOW' ? 'good' : 'warn';
