/** A release as the waiting room shows it. */
export interface Release {
  id: string;
  eventId: string;
  organizationId: string;
  title: string;
  policy: 'FIFO' | 'DRAW';
  lobbyOpensAt: string;
  opensAt: string;
  closesAt: string | null;
  ratePerMinute: number;
  maxActive: number;
  claimSeconds: number;
  admissionSeconds: number;
  maxOrders: number;
  maxSeats: number;
  binding: 'KEY' | 'COOKIE';
  accessCodes: 'NONE' | 'REQUIRED';
  mode: 'AUTO' | 'HOLD' | 'DRAIN' | 'CLOSED';
  message: string;
  brand: { name: string; color: string; logo: string };
  phase: 'SCHEDULED' | 'LOBBY' | 'DRAWING' | 'OPEN' | 'HELD' | 'DRAINING' | 'CLOSED';
  version: number;
}

export interface Figures {
  waiting: number;
  called: number;
  admitted: number;
  alive: number;
  done: number;
  noShows: number;
  left: number;
  over: number;
  unused: number;
  joined: number;
  atGate: number;
  waitP50: number | null;
  waitP95: number | null;
  ratePerMinuteNow: number;
  ratePerMinute: number;
  maxActive: number;
  why: string;
}

export interface Minute {
  at: string;
  joined: number;
  called: number;
  admitted: number;
  done: number;
  noShows: number;
}

export const releasePath = (id: string): string => `/waiting-room/releases/${encodeURIComponent(id)}`;

/** The address of a release made of its title, with something behind it that no other has. */
export const newReleaseId = (title: string): string => {
  const words = title.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
  return `${words || 'release'}-${crypto.randomUUID().slice(0, 4)}`;
};

/**
 * How long the last of those who wait now will wait, in seconds: as many as the shop has room for come at once, and
 * the rest as fast as the rate and the places that become free allow.
 *
 * @param visitSeconds how long a fan stays in the shop; unknown: two thirds of what they may
 */
export function waitOf(waiting: number, alive: number, limits: { ratePerMinute: number; maxActive: number; admissionSeconds: number }, visitSeconds?: number): number {
  const visit = visitSeconds ?? limits.admissionSeconds * 2 / 3;
  const perSecond = Math.min(limits.ratePerMinute / 60, limits.maxActive / visit);
  const room = Math.max(0, limits.maxActive - alive);
  const atRate = Math.min(waiting, room) / (limits.ratePerMinute / 60);
  return atRate + Math.max(0, waiting - room) / perSecond;
}
