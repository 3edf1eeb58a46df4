import { html, nothing } from 'lit';
import { chip, column, figure, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { Island } from '../island.js';
import { clock, count, percent, span } from '../format.js';
import { Live } from '../live.js';
import { ofEvent, type Doors, type Page, type Scan } from './api.js';
import { say } from './doors-words.js';

const BIN = 300_000;
const QUIET_SECONDS = 600;

type Gate = Doors['gates'][number];

/** How the doors are doing: who is in, how fast each gate is, and which one has gone quiet. */
export class DoorsPage extends Island {
  #doors = new Live<Doors>(this, () => this.params && ofEvent(this.params.event!, '/check-ins/figures'), 2);
  #scans = new Live<Page<Scan>>(this, () => this.params && ofEvent(this.params.event!, '/check-ins?limit=50'), 3);

  protected override render() {
    const doors = this.#doors.value;
    const scanner = `${location.origin}/scan`;
    return html`<h1 class="unseen">${say.tab}</h1>
      ${this.#doors.problem ? html`<problem-note .problem=${this.#doors.problem}></problem-note>` : nothing}
      ${doors ? this.#figures(doors) : nothing}
      <p class="actions"><a class="button" href="/scan" target="_blank" rel="noopener">${say.scanner}</a>
        <span class="hint">${say.scannerText} <code>${scanner}</code></span></p>
      ${doors ? this.#gates(doors) : nothing}
      ${doors && doors.pace.length ? html`<section class="card"><h2>${say.paceHeading}</h2>
        <time-chart .series=${pace(doors)} .label=${say.paceHeading}></time-chart></section>` : nothing}
      ${this.#last()}`;
  }

  #figures(doors: Doors) {
    const lately = doors.pace.filter(({ at }) => Date.parse(doors.at) - Date.parse(at) < 2 * BIN)
      .reduce((sum, { entered }) => sum + entered, 0);
    return html`<dl class="figures">
        <div><dt>${say.entered}</dt><dd>${count(doors.entered)}</dd>
          <dd class="aside">${say.share(percent(doors.entered / Math.max(1, doors.tickets)))}</dd></div>
        <div><dt>${say.inside}</dt><dd>${count(doors.inside)}</dd></div>
        <div><dt>${say.missing}</dt><dd>${count(doors.tickets - doors.entered)}</dd></div>
        <div><dt>${say.tickets}</dt><dd>${count(doors.tickets)}</dd></div>
        ${lately ? html`<div><dt>${say.pace}</dt><dd>${count(lately)}</dd></div>` : nothing}
      </dl>
      <progress class="broad" max=${Math.max(1, doors.tickets)} .value=${doors.entered}
        aria-label=${say.progress}></progress>`;
  }

  #gates(doors: Doors) {
    const now = Date.parse(doors.at);
    const idle = (gate: Gate) => (now - Date.parse(gate.lastAt)) / 1000;
    const working = doors.gates.some((gate) => idle(gate) < QUIET_SECONDS);
    const columns: Column<Gate>[] = [
      column('gate', say.gate, (gate) => gate.gate), figure('entered', say.cameIn, (gate) => gate.entered),
      figure('exited', say.exited, (gate) => gate.exited), figure('refused', say.refused, (gate) => gate.refused),
      { ...time('lastAt', say.last, (gate: Gate) => gate.lastAt), cell: (gate) => html`<span class="stack">${clock(gate.lastAt)}
        ${working && idle(gate) >= QUIET_SECONDS
          ? html`<span class="chip warn">${say.quiet} ${span(idle(gate))}</span>` : nothing}</span>` },
    ];
    return html`<section class="card"><header class="section-head"><h2>${say.byGate}</h2><data-age
      .at=${this.#doors.readAt}></data-age></header>
      <data-table name="gates" .columns=${columns} .rows=${doors.gates} .rowKey=${(gate: Gate) => gate.gate}
        .empty=${{ title: say.noGates, text: say.noGatesText }}></data-table>
      ${working && doors.gates.some((gate) => idle(gate) >= QUIET_SECONDS)
        ? html`<p class="hint">${say.quietHint}</p>` : nothing}</section>`;
  }

  #last() {
    const scans = this.#scans.value?.items ?? [];
    if (scans.length === 0) return nothing;
    const result = (scan: Scan) => (scan.outcome === 'ACCEPTED' && scan.direction === 'OUT' ? say.out
      : say.outcomes[scan.outcome]);
    const columns: Column<Scan>[] = [
      time('at', say.at, (scan) => scan.at, clock), column('gate', say.gate, (scan) => scan.gate),
      column('label', say.seat, (scan) => scan.label),
      chip('outcome', say.result, result, (scan) => (scan.outcome === 'ACCEPTED' ? 'good' : 'bad')),
    ];
    return html`<section class="card"><h2>${say.scans}</h2>
      <data-table name="scans" .columns=${columns} .rows=${scans}></data-table></section>`;
  }
}

/** One line a gate, with noughts where a gate let nobody in. */
function pace(doors: Doors) {
  const times = doors.pace.map(({ at }) => Date.parse(at));
  const bins: number[] = [];
  for (let at = Math.min(...times); at <= Date.parse(doors.at); at += BIN) bins.push(at);
  return doors.gates.filter(({ gate }) => doors.pace.some((told) => told.gate === gate)).map(({ gate }) => {
    const known = new Map(doors.pace.filter((told) => told.gate === gate).map(({ at, entered }) => [Date.parse(at),
      entered]));
    return { name: gate, points: bins.map((at) => [at, known.get(at) ?? 0] as [number, number]) };
  });
}

customElements.define('doors-page', DoorsPage);
