import { html, nothing } from 'lit';
import { column, figure, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { Island } from '../island.js';
import { clock, count } from '../format.js';
import { read, type Refusal } from '../http.js';
import { Live } from '../live.js';
import { fromAddress, keepInAddress } from '../pages.js';
import { ofEvent, type EventFacts, type LineFigures, type LinePlace, type Page, type PlaceState, type Terms } from './api.js';
import { say } from './waiting-words.js';

const tones: Record<PlaceState, string> = { WAITING: '', OFFERED: 'warn', DONE: 'good', LAPSED: '', LEFT: '' };
const figures = ['waiting', 'seatsWished', 'offered', 'bought', 'lapsed', 'left'] as const;

/** Who waits for seats to come back, in which order, and what became of the offers. */
export class WaitingPage extends Island {
  static override properties = {
    state: { state: true }, further: { state: true }, next: { state: true }, failed: { state: true },
  };

  declare state: PlaceState | '';
  declare further: LinePlace[];
  declare next: string | null | undefined;
  declare failed: Refusal | null;

  #event = new Live<EventFacts>(this, () => this.params && ofEvent(this.params.event!), 60);
  #terms = new Live<Terms>(this, () => this.params && ofEvent(this.params.event!, '/order-terms'), 30);
  #figures = new Live<LineFigures>(this, () => this.params && ofEvent(this.params.event!, '/waiting-list'), 5);
  #line = new Live<Page<LinePlace>>(this, () => this.params && this.#path(), 5);

  constructor() {
    super();
    const asked = fromAddress('state');
    this.state = asked in say.states ? (asked as PlaceState) : '';
    this.further = [];
    this.failed = null;
  }

  #path(after = ''): string {
    const wish = `${this.state && `&state=${this.state}`}${after && `&after=${after}`}`;
    return ofEvent(this.params.event!, `/waiting-list/entries?limit=100${wish}`);
  }

  #choose = (change: Event): void => {
    this.state = (change.target as HTMLSelectElement).value as PlaceState | '';
    this.further = [];
    this.next = undefined;
    keepInAddress('state', this.state);
  };

  #more = async (): Promise<void> => {
    try {
      const page = await read<Page<LinePlace>>(this.#path((this.next ?? this.#line.value?.next) || ''));
      this.further = [...this.further, ...page.items];
      this.next = page.next;
      this.failed = null;
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  };

  protected override render() {
    const told = this.#figures.value;
    const first = this.#line.value?.items;
    const known = new Set(first?.map(({ number }) => number));
    const rows = first && [...first, ...this.further.filter(({ number }) => !known.has(number))];
    const more = this.next === undefined ? this.#line.value?.next : this.next;
    return html`<h1 class="unseen">${say.tab}</h1>
      ${this.#terms.value && !this.#terms.value.waitingList ? html`<p class="notice warn">${say.off}
        <a href="/admin/events/${this.params.event}/terms">${say.toTerms}</a></p>` : nothing}
      ${this.#figures.problem ? html`<problem-note .problem=${this.#figures.problem}></problem-note>` : nothing}
      ${told ? html`<dl class="figures">${figures.map((name) => html`<div><dt>${say[name]}</dt>
        <dd>${count(told[name])}</dd></div>`)}</dl>` : nothing}
      <section class="card">
        <header class="section-head"><h2>${say.line}</h2><data-age .at=${this.#line.readAt}
          .every=${5}></data-age></header>
        <p class="hint">${say.hint}</p>
        <div class="filters"><label>${say.which}<select @change=${this.#choose}>
          <option value="">${say.alive}</option>${Object.entries(say.states).map(([value, word]) => html`
            <option value=${value} ?selected=${value === this.state}>${word}</option>`)}</select></label></div>
        ${this.#line.problem ? html`<problem-note .problem=${this.#line.problem}></problem-note>` : nothing}
        <data-table name="line" .columns=${this.#columns()} .rows=${rows} .rowKey=${(row: LinePlace) => row.number}
          .empty=${this.state ? { title: say.noneOf, text: say.noneOfText } : { title: say.none,
            text: say.noneText }}></data-table>
        ${this.failed ? html`<problem-note .problem=${this.failed} .retry=${this.#more}></problem-note>` : nothing}
        ${more ? html`<div class="actions"><button type="button" @click=${this.#more}>${say.more}</button></div>`
          : nothing}
      </section>`;
  }

  #columns(): Column<LinePlace>[] {
    const names = new Map(this.#event.value?.categories.map(({ id, name }) => [id, name]));
    return [
      figure('number', say.place, (row) => row.number),
      figure('ahead', say.ahead, (row) => row.ahead ?? -1, (ahead) => (ahead < 0 ? '–' : count(ahead))),
      column('state', say.state, (row) => say.states[row.state], (row) => html`<div class="stack">
        <span class="chip ${tones[row.state]}">${say.states[row.state]}</span>
        ${row.passedOver ? html`<p class="hint">${say.passedOver}</p>` : nothing}</div>`),
      column('category', say.category, (row) => (row.category ? names.get(row.category) ?? row.category : say.any)),
      figure('quantity', say.seats, (row) => row.quantity), time('joinedAt', say.joined, (row) => row.joinedAt),
      time('changedAt', say.changed, (row) => row.changedAt), time('until', say.until, (row) => row.offeredUntil,
        clock),
    ];
  }
}

customElements.define('waiting-page', WaitingPage);
