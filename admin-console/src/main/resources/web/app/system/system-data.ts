/** What the services and the console's backend tell of the system. */

export interface Window {
  answered: number;
  failed: number;
}

export interface Instance {
  id: string;
  name: string;
  version: string;
  startedAt: string;
  seenAt: string;
  state: 'UP' | 'SILENT';
  storeMillis: number | null;
  requests: { lastFiveMinutes: Window; lastHour: Window; lastDay: Window };
  load: {
    cpu: number; heapUsed: number; heapMost: number; threads: number; eventLoopMillis: number; streams: number;
    pool?: { used: number; most: number; waiting: number };
  };
}

export interface Store {
  name: string;
  answers: boolean;
  millis: number | null;
  version: string | null;
  usedBytes: number | null;
  mostBytes: number | null;
  connections: number | null;
  mostConnections?: number | null;
}

export interface Backlog {
  name: string;
  waiting: number;
  failing: number;
  oldestSeconds: number | null;
}

export interface ServiceSystem {
  service: string;
  now: string;
  answeredBy: string;
  complete: boolean;
  instances: Instance[];
  stores: Store[];
  backlogs: Backlog[];
  tasks?: { name: string; abandonedSeconds: number | null }[];
  heardAt?: string | null;
}

export interface Part {
  name: string;
  answers: boolean;
  since: string;
  lastAnsweredAt: string | null;
  millis: number;
  cause: string | null;
}

export interface Parts {
  now: string;
  items: Part[];
}

/** Of a thousand requests one may fail; the budget is what may still do so within a day. */
export const objective = 0.999;

export const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** Requests of all instances together. */
export function total(instances: readonly Instance[], which: keyof Instance['requests']): Window {
  return instances.map(({ requests }) => requests[which]).reduce(
    (sum, { answered, failed }) => ({ answered: sum.answered + answered, failed: sum.failed + failed }),
    { answered: 0, failed: 0 });
}

export const failedShare = ({ answered, failed }: Window): number => answered === 0 ? 0 : failed / answered;

/** The part of the day's error budget that is left; below zero when more failed than may. */
export const budgetLeft = ({ answered, failed }: Window): number =>
  answered === 0 ? 1 : 1 - failed / (answered * (1 - objective));
