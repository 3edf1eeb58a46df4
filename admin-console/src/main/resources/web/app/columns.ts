import { html, type TemplateResult } from 'lit';
import type { Column } from './data-table.js';
import { count, moment } from './format.js';

type Cell<T> = (row: T) => TemplateResult | string;

/** Words: shown, sorted, searched and exported alike, unless something else is shown. */
export const column = <T>(
  key: string, label: string, words: (row: T) => string, cell: Cell<T> = (row) => whole(words(row)),
): Column<T> => ({ key, label, sort: words, text: words, cell });

/** Words stay whole where the table is narrow; what is one long word may be broken. */
const whole = (text: string): TemplateResult | string => (/\S{21}/.test(text) ? text : html`<span class="unbroken">${text}</span>`);

/** A number, written as people do; exported as it is written. */
export const figure = <T>(key: string, label: string, value: (row: T) => number, written: (value: number, row: T) => string = count,
): Column<T> => ({
  key, label, align: 'end', sort: value, text: (row) => written(value(row), row), cell: (row) => written(value(row), row),
});

/** A state, with a colour beside its word. */
export const chip = <T>(key: string, label: string, words: (row: T) => string, tone: (row: T) => string): Column<T> =>
  column(key, label, words, (row) => html`<span class="chip ${tone(row)}">${words(row)}</span>`);

/** A moment: sorted as it passed, whatever the language writes. */
export const time = <T>(
  key: string, label: string, iso: (row: T) => string | null | undefined, written: (iso: string) => string = moment,
): Column<T> => ({
  key, label, sort: (row) => iso(row) ?? '', text: (row) => iso(row) ?? '',
  cell: (row) => (iso(row) ? html`<span class="unbroken">${written(iso(row)!)}</span>` : '–'),
});

/** What can be done with a row; nobody searches for it. */
export const deeds = <T>(cell: (row: T) => TemplateResult | string): Column<T> =>
  ({ key: 'do', label: '', align: 'end', text: () => '', cell });
