import { html } from 'lit';
import { count, moment, money } from '../format.js';
import type { Plan, Venue } from '../venue/venues.js';
import { fromZone } from '../zone.js';
import { minorUnits } from './event-data.js';
import type { Draft } from './wizard-draft.js';
import { say } from './wizard-words.js';

/** Everything once more before it is created. */
export function summary(draft: Draft, venue: Venue | undefined, plan: Plan | undefined, zone: string) {
  const at = (local: string): string => local ? moment(fromZone(local, zone), zone) : '–';
  const currency = draft.currency.toUpperCase();
  return html`
    <p>${say.summary}:</p>
    <dl class="pairs">
      <dt>${say.eventTitle}</dt><dd><strong>${draft.title}</strong>, ${draft.genre}</dd>
      <dt>${say.when}</dt><dd>${at(draft.startsAt)}</dd>
      <dt>${say.where}</dt><dd>${venue?.name}, ${venue?.city}</dd>
      <dt>${say.seats}</dt><dd>${plan ? count(plan.seats) : '–'}</dd>
      <dt>${say.steps.prices}</dt><dd>${Object.entries(draft.prices).map(([category, { amount }]) =>
    html`${category} ${money(minorUnits(amount || '0', currency), currency)}<br>`)}</dd>
      <dt>${say.window}</dt><dd>${at(draft.salesFrom)} – ${at(draft.salesUntil)}</dd>
      <dt>${say.queueSummary}</dt><dd>${draft.gated ? String(draft.release.title ?? draft.title) : say.noQueue}</dd>
    </dl>`;
}
