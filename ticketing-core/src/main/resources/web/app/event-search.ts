import { call, persist } from './http.js';
import type { Money } from './format.js';

export interface ListedEvent {
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

export interface FacetValue {
  value: string;
  count: number;
}

export interface Found {
  items: ListedEvent[];
  next: string | null;
  facets: Record<string, FacetValue[]>;
}

/** Where the small pictures of these events are; those without one are left out. */
export async function picturesOf(ids: string[]): Promise<[string, string][]> {
  const { items } = await call<{ items: { eventId: string; smallUrl: string }[] }>('GET', `/event-pictures?events=${ids.join(',')}`);
  return items.map(({ eventId, smallUrl }) => [eventId, smallUrl]);
}

/** What can be looked for, under the names that stand in the page's address and in the API's. */
export const filters = ['query', 'country', 'city', 'venue', 'genre', 'from', 'to', 'priceMax', 'available', 'accessible'] as const;
export type Filter = (typeof filters)[number];

const understood: readonly string[] = [...filters, 'sort', 'after'];

/**
 * One question to the list of concerts. It is the page's address, so that it can be shared, kept, and gone back to;
 * `after` in it is the place where the page begins.
 */
export class Search {
  readonly #parameters: URLSearchParams;

  constructor(text: string) {
    this.#parameters = new URLSearchParams([...new URLSearchParams(text)]
      .filter(([name, value]) => understood.includes(name) && value !== ''));
  }

  get(name: Filter | 'sort' | 'after'): string {
    return this.#parameters.get(name) ?? '';
  }

  /** The filters that are set, but for the words typed. */
  get set(): Filter[] {
    return filters.filter((name) => name !== 'query' && this.#parameters.has(name));
  }

  get narrowed(): boolean {
    return filters.some((name) => this.#parameters.has(name));
  }

  /** The same question but for one thing; it begins at its first page. */
  with(name: Filter | 'sort', value: string): Search {
    const changed = new URLSearchParams(this.#parameters);
    changed.delete('after');
    if (value) changed.set(name, value);
    else changed.delete(name);
    return new Search(changed.toString());
  }

  /** The same question, from there on. */
  page(after: string | null): Search {
    const changed = new URLSearchParams(this.#parameters);
    if (after) changed.set('after', after);
    else changed.delete('after');
    return new Search(changed.toString());
  }

  get address(): string {
    return this.#parameters.size ? `?${this.#parameters}` : '/';
  }

  ask(): Promise<Found> {
    const query = new URLSearchParams(this.#parameters);
    query.set('limit', '24');
    return persist(() => call<Found>('GET', `/events?${query}`));
  }
}
