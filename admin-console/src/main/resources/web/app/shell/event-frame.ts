import { html, nothing } from 'lit';
import { moment } from '../format.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import * as pages from '../pages.js';
import { say } from './shell-words.js';

interface FramedEvent {
  title: string;
  state: string;
  startsAt: string;
  venue: { name: string; city: string; timezone: string };
}

const chips: Record<string, string> = { PUBLISHED: 'good', CANCELLED: 'bad', POSTPONED: 'warn' };

/** What stands above every page of one event: which event, and the way to its other pages. */
class EventFrame extends Island {
  static override properties = { ...Island.properties, event: { type: String }, page: { attribute: false } };

  declare event: string;
  declare page: pages.Page | undefined;
  #live = new Live<FramedEvent>(this, () => this.event && `/ticketing/events/${this.event}`, 5);

  protected override render() {
    const event = this.#live.value;
    return html`
      <div class="event-frame">
        <p class="crumb"><a href="/admin/events">${say.events}</a> <span aria-hidden="true">›</span>
          ${event ? html`<strong>${event.title}</strong> <span class="chip ${chips[event.state] ?? ''}">${say.states[event.state] ?? event.state}</span>
            <span class="muted wide">${moment(event.startsAt, event.venue.timezone)} · ${event.venue.name}, ${event.venue.city}</span>`
    : html`<strong>…</strong>`}</p>
        <problem-note .problem=${this.#live.problem}></problem-note>
        <nav class="tabs" aria-label=${say.tabs}><ul>
          ${pages.tabs('event').map((tab) => html`<li><a href=${pages.address(tab, { event: this.event })}
            aria-current=${this.#within(tab) ? 'page' : nothing}>${tab.title()}</a></li>`)}</ul></nav>
      </div>`;
  }

  /** The tab that is open is in sight, also where they do not all fit. */
  protected override updated(): void {
    const open = this.querySelector<HTMLElement>('.tabs [aria-current]');
    const row = open?.closest('ul');
    if (open && row && row.scrollWidth > row.clientWidth) row.scrollLeft = open.offsetLeft - row.offsetLeft - row.clientWidth / 3;
  }

  #within(tab: pages.Page): boolean {
    const here = this.page?.path ?? '';
    return tab.path === here || tab.path !== '/events/:event' && here.startsWith(`${tab.path}/`);
  }
}

customElements.define('event-frame', EventFrame);
