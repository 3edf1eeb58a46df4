import { read, Refusal } from '../http.js';

/** One entry of any of the trails. */
export interface Entry {
  source: Source;
  id: string;
  at: string;
  staff: string | null;
  staffName?: string | null;
  action: string;
  subject: string;
  organization: string;
  detail: string;
}

export type Source = 'ticketing' | 'waiting-room' | 'defense';

export interface Search {
  staff: string;
  action: string;
  from: string;
  to: string;
}

const pageSize = 200;

/** The trails of several services as one, the latest first, loaded piece by piece. */
export class Trail {
  readonly problems = new Map<Source, Refusal>();
  readonly #loaded: Entry[] = [];
  /** Where each source goes on; null at its beginning. */
  readonly #next = new Map<Source, string | null>();
  /** How far back each source was read. */
  readonly #reached = new Map<Source, string>();

  constructor(readonly sources: readonly Source[], readonly search: Search) {}

  /** What is known to be in order: a source that has not told of that time yet could still have something between. */
  get entries(): Entry[] {
    const horizon = [...this.#next].filter(([, next]) => next !== null)
      .map(([source]) => this.#reached.get(source) ?? '')
      .reduce((latest, at) => at > latest ? at : latest, '');
    return this.#loaded.filter(({ at }) => at >= horizon).sort((one, other) => other.at.localeCompare(one.at));
  }

  get complete(): boolean {
    return [...this.#next.values()].every((next) => next === null);
  }

  async more(): Promise<void> {
    await Promise.all(this.sources.filter((source) => this.#next.get(source) !== null).map(async (source) => {
      try {
        const page = await read<{ items: any[]; next: string | null }>(this.#address(source, this.#next.get(source) ?? ''));
        const entries = page.items.map((item) => entryOf(source, item)).filter((entry) => this.#fits(entry));
        this.#loaded.push(...entries);
        this.#reached.set(source, page.items.at(-1)?.at ?? '');
        this.#next.set(source, page.next);
        this.problems.delete(source);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.problems.set(source, error);
        this.#next.set(source, null);
      }
    }));
  }

  #address(source: Source, after: string): string {
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (after) query.set('after', after);
    if (source !== 'defense') {
      for (const [name, value] of Object.entries(this.search)) if (value) query.set(name, value);
    }
    return `${source === 'defense' ? '/waiting-room/defense' : `/${source}`}/audit?${query}`;
  }

  /** The defense's chain is read as a whole and searched here. */
  #fits(entry: Entry): boolean {
    const { staff, action, from, to } = this.search;
    return (!staff || entry.staff === staff) && (!action || entry.action.startsWith(action))
      && (!from || entry.at >= from) && (!to || entry.at < to);
  }
}

function entryOf(source: Source, item: Record<string, any>): Entry {
  const common = { source, at: item.at, action: item.action };
  switch (source) {
    case 'ticketing':
      return {
        ...common, id: `t${item.id}`, staff: item.staffId ?? null, staffName: item.staffName, subject: item.subject,
        organization: item.organizationId ?? '', detail: inWords(item.detail),
      };
    case 'waiting-room':
      return {
        ...common, id: `w${item.id}`, staff: item.staff, subject: item.release, organization: item.organizationId,
        detail: item.detail.replaceAll(' -> ', ' → '),
      };
    case 'defense':
      return {
        ...common, id: `d${item.number}`, staff: item.staff, subject: item.subject, organization: '',
        detail: item.detail.replaceAll(' -> ', ' → '),
      };
  }
}

/** "role organizer → steward", "seats 4": what a JSON detail says to a person. */
function inWords(detail: Record<string, unknown> | null): string {
  const { from, to, ...rest } = detail ?? {};
  const parts = Object.entries(rest).map(([name, value]) => `${name} ${written(value)}`);
  if (from !== undefined || to !== undefined) parts.unshift(`${written(from)} → ${written(to)}`);
  return parts.join(', ');
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object' && !Array.isArray(value) && 'from' in value && 'to' in value) {
    return `${written(value.from)} → ${written(value.to)}`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
