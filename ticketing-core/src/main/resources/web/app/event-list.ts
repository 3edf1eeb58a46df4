import { html, nothing } from 'lit';
import { Island } from './island.js';
import { Refusal } from './http.js';
import { locale, money } from './format.js';
import { Search, picturesOf, type FacetValue, type Filter, type Found, type ListedEvent } from './event-search.js';
import { say } from './words.js';

const countries = new Intl.DisplayNames(locale, { type: 'region' });
const mostPrices = [2500, 5000, 7500, 10000, 15000];

/** The list of concerts with its search. What is searched stands in the address, so that it can be shared. */
class EventList extends Island {
  static override properties = {
    found: { state: true }, refusal: { state: true }, search: { state: true }, pictures: { state: true },
  };

  declare found: Found | null;
  declare refusal: Refusal | null;
  declare search: Search;
  /** By event; empty for those that have none. */
  declare pictures: ReadonlyMap<string, string>;
  #typing = 0;
  #request = 0;
  readonly #wide = matchMedia('(min-width: 700px)').matches;

  constructor() {
    super();
    this.found = null;
    this.refusal = null;
    this.search = new Search(location.search);
    this.pictures = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#wentBack);
    this.pictures = new Map([...this.querySelectorAll('a.event')].map((served) =>
      [served.getAttribute('href')!.slice('/events/'.length), served.querySelector('.thumb')?.getAttribute('src') ?? '']));
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#wentBack);
    clearTimeout(this.#typing);
  }

  /** Until the first answer, and if none comes, the list that the server rendered stays. */
  protected override shouldUpdate(): boolean {
    return this.found !== null || (this.refusal !== null && this.search.narrowed);
  }

  protected override willUpdate(): void {
    this.takeOver();
  }

  protected override render() {
    const events = this.found?.items ?? [];
    return html`
      <form class="filters" role="search" @submit=${(submission: Event) => submission.preventDefault()}>
        <label class="wide">${say.search}
          <input type="search" name="query" placeholder=${say.searchHint} autocomplete="off" maxlength="200"
                 .value=${this.search.get('query')} @input=${this.#typed}>
        </label>
        ${this.#more()}
      </form>
      ${this.#chips()}
      ${this.refusal ? this.#trouble(this.refusal) : nothing}
      <p class="unseen" role="status">${this.found ? say.concertsShown(events.length) : nothing}</p>
      ${events.length ? html`<ul class="events">${events.map((event) => this.#row(event))}</ul>`
    : this.found ? this.#none() : nothing}
      ${this.#pages()}`;
  }

  #more() {
    const set = this.search.set.length;
    return html`
      <details class="more" ?open=${this.#wide || set > 0}>
        <summary>${set ? say.filtersSet(set) : say.filters}</summary>
        <div class="more-filters">
          ${this.#choice('country', say.country, say.allCountries)} ${this.#choice('city', say.city, say.allCities)}
          ${this.#choice('venue', say.venue, say.allVenues)} ${this.#choice('genre', say.genre, say.allGenres)}
          ${this.#date('from', say.from)} ${this.#date('to', say.to)}
          <label>${say.priceMax}
            <select name="priceMax" @change=${this.#chosen}>
              <option value="" ?selected=${!this.search.get('priceMax')}>${say.anyPrice}</option>
              ${this.#prices().map((amount) => html`<option value=${amount}
                ?selected=${this.search.get('priceMax') === String(amount)}>${this.#price(amount)}</option>`)}
            </select>
          </label>
          <label>${say.sort}
            <select name="sort" @change=${this.#chosen}>
              ${Object.entries(say.sorts).map(([key, label]) => html`<option value=${key === 'startsAt' ? '' : key}
                ?selected=${(this.search.get('sort') || 'startsAt') === key}>${label}</option>`)}
            </select>
          </label>
          ${this.#check('available', say.available)} ${this.#check('accessible', say.accessible)}
        </div>
      </details>`;
  }

  #choice(name: 'country' | 'city' | 'venue' | 'genre', label: string, all: string) {
    const chosen = this.search.get(name);
    const values: FacetValue[] = this.found?.facets[name] ?? [];
    const known = values.some(({ value }) => value === chosen) || chosen === '';
    return html`
      <label>${label}
        <select name=${name} @change=${this.#chosen}>
          <option value="" ?selected=${chosen === ''}>${all}</option>
          ${known ? nothing : html`<option value=${chosen} selected>${this.#called(name, chosen)}</option>`}
          ${values.map(({ value, count }) => html`
            <option value=${value} ?selected=${value === chosen}>${this.#called(name, value)} (${count})</option>`)}
        </select>
      </label>`;
  }

  #called(name: Filter, value: string): string {
    return name === 'country' && /^[A-Z]{2}$/.test(value) ? countries.of(value) ?? value : value;
  }

  #date(name: 'from' | 'to', label: string) {
    return html`<label>${label}
      <input type="date" name=${name} .value=${this.search.get(name).slice(0, 10)} @change=${this.#chosen}></label>`;
  }

  #check(name: 'available' | 'accessible', label: string) {
    return html`<label class="check"><input type="checkbox" name=${name} .checked=${this.search.get(name) === 'true'}
      @change=${this.#chosen}> <span>${label}</span></label>`;
  }

  #prices(): number[] {
    const chosen = Number(this.search.get('priceMax'));
    return chosen && !mostPrices.includes(chosen) ? [...mostPrices, chosen].sort((a, b) => a - b) : mostPrices;
  }

  #price(amount: number): string {
    return money({ amount, currency: this.found?.items[0]?.price?.from.currency ?? 'EUR' });
  }

  /** What is set, each to be taken away with one tap. */
  #chips() {
    if (this.search.set.length === 0) return nothing;
    return html`<ul class="chips">${this.search.set.map((name) => html`<li>
      <button class="chip" aria-label=${say.removeFilter(this.#describe(name))} @click=${() => this.#filter(name, '')}>
        ${this.#describe(name)} <span aria-hidden="true">✕</span></button></li>`)}</ul>`;
  }

  #describe(name: Filter): string {
    const value = this.search.get(name);
    if (name === 'available' || name === 'accessible') return say[name];
    if (name === 'priceMax') return `${say.priceMax} ${this.#price(Number(value))}`;
    if (name === 'from' || name === 'to') return `${say[name]} ${new Date(value).toLocaleDateString(locale)}`;
    return this.#called(name, value);
  }

  #row(event: ListedEvent) {
    const at = (options: Intl.DateTimeFormatOptions) =>
      new Date(event.startsAt).toLocaleString(locale, { ...options, timeZone: event.venue.timezone });
    const picture = this.pictures.get(event.id);
    return html`
      <li>
        <a class="event" href="/events/${event.id}">
          ${picture ? html`<img class="thumb" src=${picture} alt="" loading="lazy">` : nothing}
          <span class="date" aria-hidden="true"><b>${at({ day: 'numeric' })}</b>${at({ month: 'short' })}</span>
          <span class="what">
            <span class="name">${event.title}</span>
            <span class="where">${event.venue.name}, ${event.venue.city} ·
              ${at({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' })}</span>
          </span>
          <span class="price">${event.price ? say.fromPrice(money(event.price.from)) : nothing}
            <small>${this.#availability(event)}</small></span>
        </a>
      </li>`;
  }

  #availability(event: ListedEvent): string {
    if (event.seatsFree === 0) return say.soldOut;
    if (event.saleState === 'UPCOMING') return say.onSaleSoon;
    if (event.saleState === 'ENDED') return say.saleOver;
    if (event.gated) return say.throughQueue;
    return event.seatsFree === undefined ? '' : say.seatsLeft(event.seatsFree);
  }

  #none() {
    return html`<div class="empty"><p>${this.search.narrowed ? say.noneFits : say.noneYet}</p>
      ${this.search.narrowed ? html`<p>${say.noneFitsText}</p><button @click=${() => this.#go(new Search(''))}>
        ${say.reset}</button>` : nothing}</div>`;
  }

  #pages() {
    const next = this.found?.next;
    if (!next && !this.search.get('after')) return nothing;
    const link = (search: Search, label: string) => html`<a class="button" href=${search.address}
      @click=${(click: MouseEvent) => this.#follow(click, search)}>${label}</a>`;
    return html`<nav class="actions" aria-label=${say.pages}>
      ${this.search.get('after') ? link(this.search.page(null), say.first) : nothing}
      ${next ? link(this.search.page(next), say.next) : nothing}</nav>`;
  }

  #trouble(refusal: Refusal) {
    return html`<p class="banner" role="alert"><strong>${refusal.message}.</strong> ${refusal.detail}
      <button @click=${() => this.#load()}>${say.tryAgain}</button></p>`;
  }

  #typed = (input: Event): void => {
    clearTimeout(this.#typing);
    const { value } = input.target as HTMLInputElement;
    this.#typing = window.setTimeout(() => this.#filter('query', value.trim()), 250);
  };

  #chosen = (change: Event): void => {
    const field = change.target as HTMLInputElement | HTMLSelectElement;
    const value = field instanceof HTMLInputElement && field.type === 'checkbox' ? (field.checked ? 'true' : '') : field.value;
    this.#filter(field.name as Filter | 'sort', value);
  };

  #filter(name: Filter | 'sort', value: string): void {
    const next = this.search.with(name, value);
    if (name === 'query') history.replaceState(null, '', next.address);
    this.#go(next, name !== 'query');
  }

  /** Links stay links: they can be opened elsewhere and shared. */
  #follow(click: MouseEvent, search: Search): void {
    if (click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    this.#go(search);
    window.scrollTo({ top: 0 });
  }

  #go(search: Search, push = true): void {
    if (push) history.pushState(null, '', search.address);
    this.search = search;
    void this.#load();
  }

  #wentBack = (): void => this.#go(new Search(location.search), false);

  /** Answers may overtake each other; only the newest question's counts. */
  async #load(): Promise<void> {
    const request = ++this.#request;
    try {
      const found = await this.search.ask();
      if (request !== this.#request) return;
      this.refusal = null;
      this.found = found;
      void this.#loadPictures(found.items.map(({ id }) => id).filter((id) => !this.pictures.has(id)));
    } catch (error) {
      if (request !== this.#request) return;
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
  }

  /** A list without pictures is a list all the same. */
  async #loadPictures(ids: string[]): Promise<void> {
    if (!ids.length) return;
    const found = await picturesOf(ids).catch(() => []);
    this.pictures = new Map([...this.pictures, ...ids.map((id): [string, string] => [id, '']), ...found]);
  }
}

customElements.define('event-list', EventList);
