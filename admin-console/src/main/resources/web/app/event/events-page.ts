import { html } from 'lit';
import type { Column } from '../data-table.js';
import { count, moment } from '../format.js';
import { Refusal, readAll } from '../http.js';
import { Island } from '../island.js';
import { session } from '../session.js';
import { say } from './event-words.js';

/** An event as it stands in the list. */
export interface EventLine {
  id: string;
  organizationId: string;
  organizer: string;
  title: string;
  genre: string;
  startsAt: string;
  venue: { id: string; name: string; city: string; timezone: string };
  state: string;
  gated: boolean;
  salesFrom: string;
  salesUntil: string;
  seats: number;
  free: number;
}

export const stateChip: Record<string, string> = { PUBLISHED: 'good', CANCELLED: 'bad', POSTPONED: 'warn' };

/** All events of the reader's organizations. */
class EventsPage extends Island {
  static override properties = { events: { state: true }, problem: { state: true } };

  declare events: EventLine[] | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.problem = undefined;
      this.events = await readAll<EventLine>('/ticketing/staff/events');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    const mayPlan = session().roles.some((role) => role !== 'steward');
    const create = html`<a class="button primary" href="/admin/events/new">${say.newEvent}</a>`;
    return html`
      <div class="page-head"><h1>${say.events}</h1><span class="grow"></span>${mayPlan ? create : ''}</div>
      <problem-note .problem=${this.problem} .retry=${() => this.#load()}></problem-note>
      ${this.problem && !this.events ? '' : html`<data-table name="events" .columns=${this.#columns()} .rows=${this.events}
        .empty=${{ title: say.noEvents, text: say.noEventsText, action: mayPlan ? create : undefined }}></data-table>`}`;
  }

  #columns(): Column<EventLine>[] {
    const several = new Set(this.events?.map(({ organizationId }) => organizationId)).size > 1;
    return [
      { key: 'title', label: say.title, sort: ({ title }) => title,
        cell: ({ id, title }) => html`<a href="/admin/events/${id}"><strong>${title}</strong></a>` },
      ...several ? [{ key: 'organizer', label: say.organization }] : [],
      { key: 'startsAt', label: say.when, sort: ({ startsAt }) => startsAt,
        cell: ({ startsAt, venue }) => moment(startsAt, venue.timezone) },
      { key: 'venue', label: say.where, sort: ({ venue }) => `${venue.city}, ${venue.name}`,
        cell: ({ venue }) => `${venue.name}, ${venue.city}` },
      { key: 'state', label: say.state, sort: ({ state }) => say.states[state] ?? state,
        cell: ({ state }) => html`<span class="chip ${stateChip[state] ?? ''}">${say.states[state] ?? state}</span>` },
      { key: 'sold', label: say.sold, align: 'end', sort: (event) => event.state === 'DRAFT' ? 0 : event.seats - event.free,
        text: (event) => String(event.state === 'DRAFT' ? 0 : event.seats - event.free),
        cell: (event) => event.state === 'DRAFT' ? count(event.seats) : say.ofSeats(count(event.seats - event.free), count(event.seats)) },
    ];
  }
}

customElements.define('events-page', EventsPage);
