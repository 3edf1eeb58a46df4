import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { csv } from './csv.js';
import { count } from './format.js';
import { save } from './http.js';
import { Island } from './island.js';
import { fromAddress, keepInAddress } from './pages.js';
import { words } from './words.js';

/** A column of a table. */
export interface Column<T = any> {
  key: string;
  label: string;
  /** What is shown; left out: the row's value of that key. */
  cell?: (row: T) => TemplateResult | string | typeof nothing;
  /** What it is sorted by; left out: the column cannot be sorted unless it has no cell of its own. */
  sort?: (row: T) => string | number;
  /** What is searched and exported; left out: what it is sorted by, or the row's value of that key. */
  text?: (row: T) => string;
  align?: 'end';
}

export interface Empty {
  title: string;
  text: string;
  action?: TemplateResult;
}

const say = words({
  en: {
    filter: 'Filter', sortBy: 'Sort by', asIs: 'as it comes', export: 'Export CSV', more: (n: string) => `Show ${n} more`,
    shown: (n: string, all: string) => n === all ? `${all} in all` : `${n} of ${all}`, none: 'Nothing fits this filter.',
    up: 'ascending', down: 'descending', reset: 'Take the filter away',
  },
  de: {
    filter: 'Filtern', sortBy: 'Sortieren', asIs: 'wie es kommt', export: 'Als CSV', more: (n: string) => `${n} weitere zeigen`,
    shown: (n: string, all: string) => n === all ? `insgesamt ${all}` : `${n} von ${all}`, none: 'Nichts passt zu diesem Filter.',
    up: 'aufsteigend', down: 'absteigend', reset: 'Filter entfernen',
  },
});

const firstRows = 100;

/** Nobody searches in so few rows. */
const seenAtAGlance = 7;

/**
 * A table that sorts, filters and exports, and becomes cards on a phone. What it is sorted and filtered by stands in
 * the address, so that it can be shared.
 */
class DataTable extends Island {
  static override properties = {
    columns: { attribute: false }, rows: { attribute: false }, empty: { attribute: false }, rowKey: { attribute: false },
    name: { type: String }, caption: { type: String }, most: { state: true },
  };

  declare columns: Column[];
  declare rows: any[] | undefined;
  declare empty: Empty | undefined;
  declare rowKey: ((row: any) => unknown) | undefined;
  declare name: string;
  declare caption: string;
  declare most: number;

  constructor() {
    super();
    this.columns = [];
    this.name = 'table';
    this.caption = '';
    this.most = firstRows;
  }

  get #filter(): string {
    return fromAddress(`${this.name}-q`);
  }

  /** A key, with a minus before it for descending. */
  get #order(): string {
    return fromAddress(`${this.name}-sort`);
  }

  protected override render() {
    if (!this.rows) return html`<p class="loading" aria-busy="true"></p>`;
    if (this.rows.length === 0 && this.empty) {
      const { title, text, action } = this.empty;
      return html`<empty-state .heading=${title} .text=${text} .action=${action}></empty-state>`;
    }
    const fitting = this.#sorted(this.#filtered(this.rows));
    return html`
      <div class="table-tools">
        ${this.rows.length <= seenAtAGlance && !this.#filter ? html`<span class="grow"></span>` : html`
          <label class="grow"><span class="unseen">${say.filter}</span>
            <input type="search" data-filter placeholder=${say.filter} .value=${this.#filter} @input=${this.#typed}></label>
          <label class="phone"><span class="unseen">${say.sortBy}</span>${this.#sortChoice()}</label>`}
        <span class="muted" role="status">${say.shown(count(fitting.length), count(this.rows.length))}</span>
        <button class="quiet" @click=${() => this.#export(fitting)}>${say.export}</button>
      </div>
      ${fitting.length ? this.#table(fitting) : html`<p class="muted">${say.none}
        <button class="quiet" @click=${() => this.#keep('q', '')}>${say.reset}</button></p>`}
      ${fitting.length > this.most ? html`<p class="actions"><button @click=${() => { this.most += firstRows * 5; }}>
        ${say.more(count(Math.min(firstRows * 5, fitting.length - this.most)))}</button></p>` : nothing}`;
  }

  #table(rows: any[]) {
    const shown = rows.slice(0, this.most);
    return html`
      <table class="data">
        ${this.caption ? html`<caption class="unseen">${this.caption}</caption>` : nothing}
        <thead><tr>${this.columns.map((column) => this.#head(column))}</tr></thead>
        <tbody>${repeat(shown, (row) => this.rowKey?.(row) ?? row.id ?? row, (row) => html`
          <tr>${this.columns.map((column) => html`
            <td class=${column.align === 'end' ? 'end' : nothing} data-label=${column.label || nothing}>${this.#cell(column, row)}</td>`)}
          </tr>`)}</tbody>
      </table>`;
  }

  #head(column: Column) {
    if (!column.label) return html`<td></td>`;
    const order = this.#order.replace(/^-/, '') === column.key ? (this.#order.startsWith('-') ? 'descending' : 'ascending') : nothing;
    const mark = order === 'ascending' ? '▲' : order === 'descending' ? '▼' : '';
    return html`<th scope="col" class=${column.align === 'end' ? 'end' : nothing} aria-sort=${order}>
      ${sortable(column)
    ? html`<button class="sort" @click=${() => this.#sortBy(column.key)}>${column.label} <span aria-hidden="true">${mark}</span></button>`
    : column.label}</th>`;
  }

  #sortChoice() {
    const choices = this.columns.filter(sortable).flatMap((column) => [
      { value: column.key, label: `${column.label}, ${say.up}` }, { value: `-${column.key}`, label: `${column.label}, ${say.down}` },
    ]);
    return html`<select @change=${(change: Event) => this.#keep('sort', (change.target as HTMLSelectElement).value)}>
      <option value="">${say.sortBy}: ${say.asIs}</option>
      ${choices.map(({ value, label }) => html`<option value=${value} ?selected=${this.#order === value}>${label}</option>`)}
    </select>`;
  }

  #cell(column: Column, row: any): unknown {
    return column.cell ? column.cell(row) : row[column.key] ?? '–';
  }

  #filtered(rows: any[]): any[] {
    const wanted = this.#filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return rows;
    return rows.filter((row) => {
      const text = this.columns.map((column) => textOf(column, row)).join('\n').toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  }

  #sorted(rows: any[]): any[] {
    const column = this.columns.find(({ key }) => key === this.#order.replace(/^-/, ''));
    if (!column) return rows;
    const value = column.sort ?? ((row: any) => row[column.key] ?? '');
    const sign = this.#order.startsWith('-') ? -1 : 1;
    return [...rows].sort((one, other) => sign * compare(value(one), value(other)));
  }

  #sortBy(key: string): void {
    this.#keep('sort', this.#order === key ? `-${key}` : this.#order === `-${key}` ? '' : key);
  }

  #typed = (input: Event): void => this.#keep('q', (input.target as HTMLInputElement).value);

  #keep(what: 'q' | 'sort', value: string): void {
    keepInAddress(`${this.name}-${what}`, value);
    this.most = firstRows;
    this.requestUpdate();
  }

  #export(rows: any[]): void {
    const named = this.columns.filter(({ label }) => label);
    const lines = [named.map(({ label }) => label), ...rows.map((row) => named.map((column) => textOf(column, row)))];
    save(new Blob([csv(lines)], { type: 'text/csv;charset=utf-8' }), `${this.name}.csv`);
  }
}

const sortable = (column: Column): boolean => column.sort !== undefined || column.cell === undefined;

const textOf = (column: Column, row: any): string =>
  String(column.text?.(row) ?? column.sort?.(row) ?? row[column.key] ?? '');

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other
    : String(one).localeCompare(String(other), undefined, { numeric: true, sensitivity: 'base' });

customElements.define('data-table', DataTable);
