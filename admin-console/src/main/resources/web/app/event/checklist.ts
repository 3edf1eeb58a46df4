import type { Release } from '../release/release-data.js';
import type { EventView } from './event-data.js';

export type Grade = 'good' | 'warn' | 'bad';

/** One thing to be looked at before an event is published, and where it is mended. */
export interface Check {
  name: string;
  grade: Grade;
  mend?: 'settings' | 'releases';
}

/** What speaks for and against publishing. Only what makes a sale impossible is bad. */
export function checksOf(event: EventView, releases: readonly Release[], demoOnly: boolean, now = Date.now()): Check[] {
  const at = (iso: string): number => Date.parse(iso);
  const grade = (fine: boolean, otherwise: Grade): Grade => fine ? 'good' : otherwise;
  const live = releases.filter(({ mode }) => mode !== 'CLOSED');
  const checks: Check[] = [
    { name: 'future', grade: grade(at(event.startsAt) > now, 'bad'), mend: 'settings' },
    { name: 'opened', grade: grade(at(event.salesUntil) > now, 'bad'), mend: 'settings' },
    { name: 'window', grade: grade(at(event.salesUntil) <= at(event.startsAt), 'warn'), mend: 'settings' },
    { name: 'description', grade: grade(event.description.trim() !== '', 'warn'), mend: 'settings' },
    { name: 'free', grade: grade(event.categories.every(({ price }) => price.amount > 0), 'warn'), mend: 'settings' },
  ];
  if (event.gated) {
    checks.push({ name: 'release', grade: grade(live.length > 0, 'bad'), mend: 'releases' });
    if (live.length) {
      checks.push({ name: 'doors', grade: grade(live.every(({ opensAt }) => at(opensAt) >= at(event.salesFrom)), 'warn'), mend: 'releases' });
      checks.push({ name: 'seats', grade: grade(live.every(({ maxSeats }) => maxSeats === event.maxSeatsPerOrder), 'warn'), mend: 'releases' });
    }
  } else {
    checks.push({ name: 'open', grade: grade(event.categories.reduce((sum, { seats }) => sum + seats, 0) < 500, 'warn'), mend: 'settings' });
  }
  checks.push({ name: 'payment', grade: grade(!demoOnly, 'warn') });
  return checks;
}
