import { html, nothing } from 'lit';
import { column, figure } from '../columns.js';
import type { Column } from '../data-table.js';
import { Island } from '../island.js';
import { count, day, money, moment, percent, span } from '../format.js';
import { locale } from '../language.js';
import { Live } from '../live.js';
import { fromAddress, keepInAddress } from '../pages.js';
import {
  ofEvent, type CategoryFigures, type Doors, type EventFacts, type Forecast, type Referrers, type Sales, type Step,
} from './api.js';
import { filled } from './series.js';
import { say } from './sales-words.js';
import './house-map.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const spans: Record<string, { step: Step; length: number }> = {
  hour: { step: 'MINUTE', length: HOUR }, day: { step: 'MINUTE', length: DAY },
  week: { step: 'HOUR', length: 7 * DAY }, whole: { step: 'DAY', length: 3 * 365 * DAY },
};
const measures = ['tickets', 'ticketsSoFar', 'takingsSoFar'] as const;
type Measure = (typeof measures)[number];

/** How the sale of an event goes: figures first, then the course of it, categories, seats and where fans come from. */
export class SalesPage extends Island {
  static override properties = { span: { state: true }, measure: { state: true } };

  declare span: string;
  declare measure: Measure;

  #since = 0;
  #chosen: boolean;
  /** Figures stay while another time is read for the chart. */
  #last?: Sales;
  #sales = new Live<Sales>(this, () => this.params && ofEvent(this.params.event!, this.#query()), 2,
    (sales) => this.#read(sales));
  #event = new Live<EventFacts>(this, () => this.params && ofEvent(this.params.event!), 30);
  #referrers = new Live<Referrers>(this, () => this.params && ofEvent(this.params.event!, '/referrers?days=30'), 30);
  #doors = new Live<Doors>(this, () => this.params && ofEvent(this.params.event!, '/check-ins/figures'), 10);

  constructor() {
    super();
    this.span = fromAddress('span') in spans ? fromAddress('span') : 'day';
    this.#chosen = fromAddress('span') in spans;
    this.measure = measures.find((measure) => measure === fromAddress('show')) ?? 'tickets';
  }

  /** The beginning stays as it was when the time was chosen, so that one address is read again and again. */
  #query(): string {
    const { step, length } = spans[this.span]!;
    this.#since ||= Math.floor((Date.now() - length) / 60_000) * 60_000;
    return `/sales?step=${step}&from=${new Date(this.#since).toISOString()}`;
  }

  /** A sale that is an hour old, or that rushes, is seen best from near; until somebody chooses otherwise. */
  #read(sales: Sales): void {
    this.#last = sales;
    const by = sales.forecast.basis;
    if (!this.#chosen && by && by.seconds * 1000 <= HOUR) {
      this.span = 'hour';
      this.#since = 0;
    }
    this.#chosen = true;
  }

  #choose(name: string): void {
    this.#chosen = true;
    this.span = name;
    this.#since = 0;
    keepInAddress('span', name);
  }

  #measure(measure: Measure): void {
    this.measure = measure;
    keepInAddress('show', measure === 'tickets' ? '' : measure);
  }

  protected override render() {
    const sales = this.#sales.value ?? this.#last;
    return html`<h1 class="unseen">${say.tab}</h1>
      ${this.#sales.problem ? html`<problem-note .problem=${this.#sales.problem}></problem-note>` : nothing}
      ${sales ? this.#figures(sales) : nothing}
      <section class="card">
        <header class="section-head"><h2>${say.overTime}</h2><data-age .at=${this.#sales.readAt}></data-age></header>
        ${this.#choices()}
        ${this.#sales.value ? this.#chart(this.#sales.value) : html`<p class="plot" aria-busy="true"></p>`}
      </section>
      ${sales ? this.#categories(sales) : nothing}
      ${this.#seats()}
      ${this.#visitors()}`;
  }

  #figures(sales: Sales) {
    const onSale = sales.categories.reduce((sum, { free, held, sold }) => sum + free + held + sold, 0);
    const blocked = sales.categories.reduce((sum, category) => sum + category.blocked, 0);
    const doors = this.#doors.value;
    return html`<dl class="figures">
      <div><dt>${say.sold}</dt><dd>${count(sales.tickets)}</dd>
        <dd class="aside">${say.ofSeats(count(onSale))}</dd></div>
      <div><dt>${say.takings}</dt><dd>${money(sales.takings.amount, sales.takings.currency)}</dd></div>
      <div><dt>${say.left}</dt><dd>${count(sales.forecast.remaining)}</dd>
        ${blocked ? html`<dd class="aside">${say.blockedToo(count(blocked))}</dd>` : nothing}</div>
      <div class="double"><dt>${say.soldOutAt}</dt>${forecast(sales.forecast)}</div>
      <div><dt>${say.orders}</dt><dd>${count(sales.orders.paid)}</dd>
        ${sales.orders.pending ? html`<dd class="aside">${say.pending(count(sales.orders.pending))}</dd>`
          : nothing}</div>
      ${doors && doors.entered > 0 ? html`<div><dt>${say.came}</dt><dd>${percent(doors.entered / Math.max(1,
        doors.tickets))}</dd>
        <dd class="aside"><a href="/admin/events/${this.params.event}/doors">${say.inside(count(doors.inside))}</a></dd></div>` : nothing}
    </dl>`;
  }

  #choices() {
    const choice = <T extends string>(name: T, words: string, chosen: boolean, choose: (name: T) => void) => html`
      <button type="button" class="quiet" aria-pressed=${String(chosen)}
        @click=${() => choose(name)}>${words}</button>`;
    return html`<div class="choices">
      <div role="group" aria-label=${say.span}>${Object.entries(say.spans).map(([name, words]) =>
        choice(name, words, name === this.span, (chosen) => this.#choose(chosen)))}</div>
      <div role="group" aria-label=${say.show}>${measures.map((measure) =>
        choice(measure, this.#words(measure), measure === this.measure, (chosen) => this.#measure(chosen)))}</div>
    </div>`;
  }

  #words(measure: Measure): string {
    return { tickets: say.byInterval[spans[this.span]!.step], ticketsSoFar: say.ticketsSoFar,
      takingsSoFar: say.moneySoFar }[measure];
  }

  #chart(sales: Sales) {
    if (sales.series.length === 0) return html`<empty-state .heading=${say.noSales}
      .text=${say.noSalesText}></empty-state>`;
    const begin = this.span === 'whole' ? Date.parse(sales.series[0]!.at) : this.#since;
    const points = filled(sales.series, sales.step, begin, Date.parse(sales.at));
    const currency = sales.takings.currency;
    const series = [{ name: this.#words(this.measure), kind: 'area' as const, points: points.map((point) => [point.at,
      point[this.measure]] as [number, number]) }];
    const value = this.measure === 'takingsSoFar' ? (amount: number) => money(amount, currency) : count;
    return html`<time-chart .series=${series} .format=${value} .label=${this.#words(this.measure)}></time-chart>`;
  }

  #categories(sales: Sales) {
    const total = ({ free, held, sold }: CategoryFigures) => Math.max(1, free + held + sold);
    const share = (row: CategoryFigures) => row.sold / total(row);
    const columns: Column<CategoryFigures>[] = [
      column('name', say.category, (row) => row.name),
      figure('sold', say.soldColumn, (row) => row.sold), figure('held', say.held, (row) => row.held),
      figure('free', say.free, (row) => row.free), figure('blocked', say.blocked, (row) => row.blocked),
      { ...figure('share', say.share, share, percent), cell: (row) => html`<span class="stack">
        <progress max=${total(row)} .value=${row.sold} aria-label=${say.share}></progress> ${percent(share(row))}</span>` },
      figure('money', say.money, (row) => row.takings.amount, (amount, row) => money(amount, row.takings.currency)),
    ];
    return html`<section class="card"><h2>${say.categories}</h2>
      <data-table name="categories" .columns=${columns} .rows=${sales.categories}
        .empty=${{ title: say.noCategories, text: say.noCategoriesText }}></data-table></section>`;
  }

  #seats() {
    const event = this.#event.value;
    if (!event) return nothing;
    return html`<section class="card"><header class="section-head"><h2>${say.seats}</h2>
        <a href="/admin/events/${event.id}/seats">${say.changeBlocks}</a></header>
      ${event.state === 'DRAFT' ? html`<p>${say.notOnSale}</p>` : html`<p class="hint">${say.seatsHint}</p>
        <house-map .event=${event.id}></house-map>${this.#rows()}`}
    </section>`;
  }

  #rows() {
    const rows = this.#sales.value?.heatMap ?? [];
    type Row = (typeof rows)[number];
    const columns: Column<Row>[] = [
      column('zone', say.zone, (row) => row.zone), column('row', say.row, (row) => row.row || '–'),
      figure('sold', say.soldColumn, (row) => row.sold), figure('seats', say.rowSeats, (row) => row.seats),
      figure('share', say.share, (row) => row.sold / row.seats, percent),
    ];
    return html`<details><summary>${say.rows}</summary><data-table name="rows" .columns=${columns} .rows=${rows}
      .rowKey=${(row: Row) => `${row.zone}\n${row.row}`}
      .empty=${{ title: say.noCategories, text: say.noCategoriesText }}></data-table></details>`;
  }

  #visitors() {
    const told = this.#referrers.value;
    const names = { TAG: '', SITE: '', DIRECT: say.direct, OTHER: say.others };
    type Source = Referrers['sources'][number];
    const columns: Column<Source>[] = [
      column('source', say.source, (row) => row.source || names[row.kind]),
      column('kind', say.kind, (row) => say.referrerKinds[row.kind]), figure('views', say.visits, (row) => row.views),
    ];
    const link = `${location.origin}/events/${this.params.event}?from=newsletter`;
    return html`<section class="card"><h2>${say.referrers}</h2><p class="hint">${say.referrersHint}</p>
      ${this.#referrers.problem ? html`<problem-note .problem=${this.#referrers.problem}></problem-note>` : nothing}
      ${told ? html`<data-table name="sources" .columns=${columns} .rows=${told.sources}
        .rowKey=${(row: Source) => row.kind + row.source}
        .empty=${{ title: say.noVisits, text: say.noVisitsText(link) }}></data-table>` : nothing}</section>`;
  }
}

function forecast(told: Forecast) {
  const aside = (words: string) => html`<dd class="aside">${words}</dd>`;
  if (told.outlook !== 'EXPECTED' || !told.at) {
    const short = told.outlook === 'SOLD_OUT' ? say.soldOut : told.outlook === 'NOT_BEFORE_THE_END' ? say.notInTime
      : say.unknown;
    return html`<dd class="words">${short}</dd>${aside(say.outlooks[told.outlook])}${basis(told)}`;
  }
  const within = Date.parse(told.at) - Date.now();
  const near = within < 48 * HOUR;
  const range = told.latest ? say.between(when(told.earliest, near), when(told.latest, near))
    : say.notBefore(when(told.earliest, near));
  return html`<dd class="words">${near ? span(within / 1000) : day(told.at)}</dd>${aside(range)}${basis(told)}`;
}

/** Today the hour tells enough. */
function when(iso: string | undefined, near: boolean): string {
  if (!near || !iso) return day(iso);
  const at = new Date(iso);
  return at.toDateString() === new Date().toDateString()
    ? at.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' }) : moment(iso);
}

const basis = ({ basis: by }: Forecast) =>
  (by ? html`<dd class="aside">${say.basis(by.tickets, span(by.seconds))}</dd>` : nothing);

customElements.define('sales-page', SalesPage);
