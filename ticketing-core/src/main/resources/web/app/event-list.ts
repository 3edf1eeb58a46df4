import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, persist, Refusal } from './http.js';
import { count, locale, money, type Money } from './format.js';

interface ListedEvent {
  id: string;
  title: string;
  genre: string;
  startsAt: string;
  venue: { name: string; city: string; timezone: string };
  price?: { from: Money; to: Money } | null;
  seatsFree?: number;
  gated: boolean;
  saleState: string;
}

interface Facet {
  value: string;
  count: number;
}

type Filter = 'query' | 'city' | 'genre';

/** The list of concerts with its search. What is searched stands in the address, so that it can be shared. */
class EventList extends Island {
  static override properties = { events: { state: true }, refusal: { state: true } };

  declare events: ListedEvent[] | null;
  declare refusal: Refusal | null;
  #facets: Partial<Record<'city' | 'genre', Facet[]>> = {};
  #filters = new URLSearchParams(location.search);
  #next: string | null = null;
  #typing = 0;
  #request = 0;

  constructor() {
    super();
    this.events = null;
    this.refusal = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Until the first answer, and if none comes, the list that the server rendered stays. */
  protected override shouldUpdate(): boolean {
    return this.events !== null;
  }

  protected override willUpdate(): void {
    this.takeOver();
  }

  protected override render() {
    return html`
      <form class="filters" role="search" @submit=${(submission: Event) => submission.preventDefault()}>
        <label class="wide">Search
          <input type="search" name="query" placeholder="Artist, concert or venue" autocomplete="off"
                 .value=${this.#filters.get('query') ?? ''} @input=${this.#typed}>
        </label>
        ${this.#choice('city', 'City', 'All cities')} ${this.#choice('genre', 'Genre', 'All genres')}
      </form>
      ${this.refusal ? this.#trouble(this.refusal) : nothing}
      <p class="unseen" role="status">${count(this.events?.length ?? 0, 'concert')} shown</p>
      ${this.events?.length ? html`<ul class="events">${this.events.map((event) => this.#row(event))}</ul>` : this.#none()}
      ${this.#next ? html`<p><button @click=${() => this.#load(this.#next)}>Show more concerts</button></p>` : nothing}`;
  }

  #choice(name: 'city' | 'genre', label: string, all: string) {
    const chosen = this.#filters.get(name) ?? '';
    const values = this.#facets[name] ?? [];
    const known = values.some(({ value }) => value === chosen) || chosen === '';
    return html`
      <label>${label}
        <select name=${name} @change=${this.#chosen}>
          <option value="" ?selected=${chosen === ''}>${all}</option>
          ${known ? nothing : html`<option value=${chosen} selected>${chosen}</option>`}
          ${values.map(({ value, count: number }) => html`
            <option value=${value} ?selected=${value === chosen}>${value} (${number})</option>`)}
        </select>
      </label>`;
  }

  #row(event: ListedEvent) {
    const at = (options: Intl.DateTimeFormatOptions) =>
      new Date(event.startsAt).toLocaleString(locale, { ...options, timeZone: event.venue.timezone });
    return html`
      <li>
        <a class="event" href="/events/${event.id}">
          <span class="date" aria-hidden="true"><b>${at({ day: 'numeric' })}</b>${at({ month: 'short' })}</span>
          <span class="what">
            <span class="name">${event.title}</span>
            <span class="where">${event.venue.name}, ${event.venue.city} ·
              ${at({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' })}</span>
          </span>
          <span class="price">${event.price ? html`from ${money(event.price.from)}` : nothing}
            <small>${this.#availability(event)}</small></span>
        </a>
      </li>`;
  }

  #availability(event: ListedEvent): string {
    if (event.seatsFree === 0) return 'Sold out';
    if (event.saleState === 'UPCOMING') return 'On sale soon';
    if (event.saleState === 'ENDED') return 'Sale is over';
    if (event.gated) return 'Through a queue';
    return event.seatsFree === undefined ? '' : `${count(event.seatsFree, 'seat')} left`;
  }

  #none() {
    const searching = [...this.#filters.values()].some((value) => value !== '');
    return html`<div class="empty"><p>${searching ? 'No concert fits this search.' : 'No concerts are announced yet.'}</p>
      ${searching ? html`<button @click=${this.#reset}>Show all concerts</button>` : nothing}</div>`;
  }

  #trouble(refusal: Refusal) {
    return html`<p class="banner" role="alert"><strong>${refusal.message}.</strong> ${refusal.detail}
      <button @click=${() => this.#load()}>Try again</button></p>`;
  }

  #typed = (input: Event): void => {
    clearTimeout(this.#typing);
    const { value } = input.target as HTMLInputElement;
    this.#typing = window.setTimeout(() => this.#filter('query', value.trim()), 250);
  };

  #chosen = (change: Event): void => {
    const { name, value } = change.target as HTMLSelectElement;
    this.#filter(name as Filter, value);
  };

  #filter(name: Filter, value: string): void {
    if (value) this.#filters.set(name, value);
    else this.#filters.delete(name);
    history.replaceState(null, '', this.#filters.size ? `?${this.#filters}` : location.pathname);
    void this.#load();
  }

  #reset = (): void => {
    this.#filters = new URLSearchParams();
    history.replaceState(null, '', location.pathname);
    void this.#load();
  };

  /** Answers may overtake each other; only the newest question's counts. */
  async #load(after: string | null = null): Promise<void> {
    const request = ++this.#request;
    const query = new URLSearchParams(this.#filters);
    if (after) query.set('after', after);
    try {
      const page = await persist(() => call('GET', `/events?${query}`));
      if (request !== this.#request) return;
      this.#facets = facets(page.facets ?? {});
      this.#next = page.next;
      this.refusal = null;
      this.events = after ? [...(this.events ?? []), ...page.items] : page.items;
    } catch (error) {
      if (!(error instanceof Refusal) || request !== this.#request) throw error;
      this.refusal = error;
    }
  }
}

/** Facets come as lists of value and count, under the filter's name or its plural. */
function facets(found: Record<string, Facet[]>): Partial<Record<'city' | 'genre', Facet[]>> {
  return { city: found.city ?? found.cities ?? [], genre: found.genre ?? found.genres ?? [] };
}

customElements.define('event-list', EventList);
