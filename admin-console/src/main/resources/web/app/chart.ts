import { html, nothing } from 'lit';
import type { Drawing } from './chart-engine.js';
import { count } from './format.js';
import { Island } from './island.js';
import { locale } from './language.js';
import { words } from './words.js';

/** A line of a chart over time. */
export interface Series {
  name: string;
  /** Milliseconds since 1970 and value, in order. */
  points: readonly (readonly [number, number | null])[];
  kind?: 'line' | 'area' | 'bar';
  /** A token of the style sheet, such as --accent; left out: the next of the palette. */
  color?: string;
}

/** A bar of a chart of several things. */
export interface Bar {
  label: string;
  value: number;
  color?: string;
}

const say = words({
  en: { asTable: 'As a table', time: 'Time', what: 'What', nothingYet: 'Nothing to draw yet.' },
  de: { asTable: 'Als Tabelle', time: 'Zeit', what: 'Was', nothingYet: 'Noch nichts zu zeichnen.' },
});

const lastRows = 120;

/** Draws with a library that is loaded when the first chart is; the same figures stand below as a table. */
abstract class Chart extends Island {
  static override properties: typeof Island.properties = {
    unit: { type: String }, label: { type: String }, format: { attribute: false },
  };

  declare unit: string;
  declare label: string;
  declare format: ((value: number) => string) | undefined;
  #drawing: Drawing | undefined;
  #loading = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drawing?.dispose();
    this.#drawing = undefined;
  }

  protected abstract get anything(): boolean;

  protected abstract table(): unknown;

  protected abstract draw(drawing: Drawing): void;

  protected override render() {
    return html`
      <div class="plot" role="img" aria-label=${this.label || this.unit} ?hidden=${!this.anything}></div>
      ${this.anything
    ? html`<details class="plot-table"><summary>${say.asTable}</summary>${this.table()}</details>`
    : html`<p class="muted">${say.nothingYet}</p>`}`;
  }

  protected override updated(): void {
    if (this.#drawing) this.draw(this.#drawing);
    else if (this.anything) void this.#start();
  }

  protected written(value: number | null): string {
    if (value === null) return '–';
    return this.format ? this.format(value) : `${count(Math.round(value * 100) / 100)}${this.unit ? ` ${this.unit}` : ''}`;
  }

  async #start(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const { Drawing } = await import('./chart-engine.js');
    this.#loading = false;
    const plot = this.querySelector<HTMLElement>('.plot');
    if (!plot || !this.isConnected) return;
    this.#drawing = new Drawing(plot);
    this.draw(this.#drawing);
  }
}

class TimeChart extends Chart {
  static override properties = { ...Chart.properties, series: { attribute: false }, now: { attribute: false } };

  declare series: readonly Series[];

  constructor() {
    super();
    this.series = [];
  }

  protected get anything(): boolean {
    return (this.series ?? []).some(({ points }) => points.length > 0);
  }

  protected draw(drawing: Drawing): void {
    drawing.overTime(this.series, (value) => this.written(value));
  }

  protected table() {
    const times = [...new Set(this.series.flatMap(({ points }) => points.map(([at]) => at)))].sort((a, b) => a - b).slice(-lastRows);
    const values = this.series.map(({ points }) => new Map(points));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label || this.unit || say.asTable}><table class="data">
      <thead><tr><th scope="col">${say.time}</th>${this.series.map(({ name }) => html`<th scope="col" class="end">${name}</th>`)}</tr></thead>
      <tbody>${times.map((at) => html`<tr><td>${new Date(at).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })}</td>
        ${values.map((known) => html`<td class="end">${this.written(known.get(at) ?? null)}</td>`)}</tr>`)}</tbody></table></div>`;
  }
}

class BarChart extends Chart {
  static override properties = { ...Chart.properties, bars: { attribute: false } };

  declare bars: readonly Bar[];

  constructor() {
    super();
    this.bars = [];
  }

  protected get anything(): boolean {
    return (this.bars ?? []).length > 0;
  }

  protected draw(drawing: Drawing): void {
    drawing.bars(this.bars, (value) => this.written(value));
  }

  protected table() {
    return html`<table class="data"><thead><tr><th scope="col">${say.what}</th><th scope="col" class="end">${this.unit || nothing}</th></tr></thead>
      <tbody>${this.bars.map(({ label, value }) => html`<tr><td>${label}</td><td class="end">${this.written(value)}</td></tr>`)}</tbody></table>`;
  }
}

customElements.define('time-chart', TimeChart);
customElements.define('bar-chart', BarChart);
