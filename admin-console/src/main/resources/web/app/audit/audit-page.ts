import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { count, moment } from '../format.js';
import { field, localTime, valuesOf } from '../forms.js';
import { read, Refusal } from '../http.js';
import { Island } from '../island.js';
import { fromAddress, keepInAddress } from '../pages.js';
import { isAdmin } from '../session.js';
import { Trail, type Entry, type Search, type Source } from './audit-trail.js';
import { auditWords as say } from './audit-words.js';
import { nameOf, people } from './people.js';

interface Verification {
  whole: boolean;
  entries: number;
  brokenAt: number | null;
  head: string;
}

const names: readonly (keyof Search)[] = ['staff', 'action', 'from', 'to'];

/** What staff did, in all services, searched by who, what and when. */
class AuditPage extends Island {
  static override properties = {
    trail: { state: true }, staff: { state: true }, loading: { state: true }, verification: { state: true }, problem: { state: true },
  };

  declare trail: Trail | undefined;
  declare staff: Map<string, string>;
  declare loading: boolean;
  declare verification: Verification | undefined;
  declare problem: Refusal | undefined;

  constructor() {
    super();
    this.staff = new Map();
    this.loading = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void people().then((names) => { this.staff = names; });
    void this.#find();
  }

  get #search(): Search {
    return { staff: fromAddress('staff'), action: fromAddress('action'), from: fromAddress('from'), to: fromAddress('to') };
  }

  async #find(): Promise<void> {
    const sources: Source[] = isAdmin() ? ['ticketing', 'waiting-room', 'defense'] : ['ticketing', 'waiting-room'];
    this.trail = new Trail(sources, this.#search);
    await this.#more();
  }

  #more = async (): Promise<void> => {
    this.loading = true;
    try {
      await this.trail?.more();
    } finally {
      this.loading = false;
    }
  };

  readonly #columns: Column<Entry>[] = [
    { key: 'at', label: say.when, sort: (entry) => entry.at, cell: (entry) => html`<time datetime=${entry.at}>${moment(entry.at)}</time>` },
    { key: 'who', label: say.who, sort: (entry) => this.#who(entry), cell: (entry) => this.#who(entry) },
    {
      key: 'action', label: say.what, sort: (entry) => entry.action, text: (entry) => `${entry.action} ${say.actions[entry.action] ?? ''}`,
      cell: (entry) => html`<span>${say.actions[entry.action] ?? entry.action}<small><code>${entry.action}</code></small></span>`,
    },
    { key: 'subject', label: say.subject, sort: (entry) => entry.subject, cell: (entry) => entry.subject ? html`<code class="break">${entry.subject}</code>` : '–' },
    { key: 'detail', label: say.detail, sort: (entry) => entry.detail, cell: (entry) => html`<span class="break">${entry.detail || '–'}</span>` },
    { key: 'source', label: say.where, sort: (entry) => entry.source, cell: (entry) => say.sources[entry.source] ?? entry.source },
  ];

  #who(entry: Entry): string {
    if (!entry.staff) return say.itself;
    const name = nameOf(entry.staff, this.staff, say.you);
    return name === entry.staff ? entry.staffName ?? name : name;
  }

  protected override render() {
    const { trail } = this;
    const entries = trail && !(this.loading && trail.entries.length === 0) ? trail.entries : undefined;
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div></header>
      ${this.#form()}
      ${[...trail?.problems ?? []].map(([source, problem]) => html`<p>${say.notRead(say.sources[source] ?? source)}</p>
        <problem-note .problem=${problem} .retry=${() => this.#find()}></problem-note>`)}
      <data-table name="audit" caption=${say.title} .columns=${this.#columns} .rows=${entries}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>
      <p class="actions">${trail?.complete ? html`<span class="muted">${say.reached}</span>`
    : html`<button ?disabled=${this.loading} @click=${this.#more}>${say.older}</button>`}
        ${entries ? html`<span class="muted">${say.loaded(count(entries.length))}</span>` : nothing}</p>
      ${isAdmin() ? this.#chain() : nothing}`;
  }

  #form() {
    const search = this.#search;
    const people = [{ value: '', label: say.anybody }, ...[...this.staff].map(([value, label]) => ({ value, label }))
      .sort((one, other) => one.label.localeCompare(other.label))];
    return html`<form class="columns" @submit=${this.#searched} @reset=${this.#cleared}>
      ${isAdmin() ? field({ name: 'staff', label: say.who, type: 'select', options: people, value: search.staff, required: false }, undefined, 'audit') : nothing}
      ${field({ name: 'action', label: say.action, placeholder: say.actionHint, value: search.action }, undefined, 'audit')}
      ${field({ name: 'from', label: say.from, type: 'datetime-local', value: localTime(search.from) }, undefined, 'audit')}
      ${field({ name: 'to', label: say.to, type: 'datetime-local', value: localTime(search.to) }, undefined, 'audit')}
      <p class="actions"><button class="primary" type="submit">${say.search}</button>
        <button class="quiet" type="reset">${say.reset}</button></p></form>`;
  }

  #searched = (event: SubmitEvent): void => {
    event.preventDefault();
    const wanted = valuesOf(event.target as HTMLFormElement);
    for (const name of names) keepInAddress(name, wanted[name] ?? '');
    void this.#find();
  };

  #cleared = (event: Event): void => {
    event.preventDefault();
    for (const name of names) keepInAddress(name, '');
    void this.#find();
  };

  #chain() {
    const seen = this.verification;
    return html`<section class="card" aria-labelledby="chain-heading"><h2 id="chain-heading">${say.chain}</h2>
      <p>${say.chainText}</p>
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      ${seen ? html`<p class="notice ${seen.whole ? 'good' : 'bad'}" role="status"><span class="break">
        ${seen.whole ? say.chainWhole(count(seen.entries), seen.head) : say.chainBroken(count(seen.brokenAt ?? 0))}</span></p>` : nothing}
      <p class="actions"><button @click=${this.#verify}>${say.verify}</button></p></section>`;
  }

  #verify = async (): Promise<void> => {
    try {
      this.problem = undefined;
      this.verification = await read<Verification>('/waiting-room/defense/audit/verification');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  };
}

customElements.define('audit-page', AuditPage);
