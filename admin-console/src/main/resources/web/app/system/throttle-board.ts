import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { clock, count, span } from '../format.js';
import { Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { isAdmin } from '../session.js';
import { toast } from '../toast.js';
import type { Board, BoardLine, FailOpen } from './board-data.js';
import './throttle-form.js';
import { throttleWords as say } from './throttle-words.js';

const reasonOf = (line: BoardLine): string => line.mode === 'HOLD'
  ? `${say.heldBy}${line.reason ? `: ${line.reason}` : ''}` : say.reasons[line.figures.why] ?? line.figures.why;

/** All releases in one live board, with their throttles, the brake, and the switch for when the store is gone. */
class ThrottleBoard extends Island {
  static override properties = { changing: { state: true }, problem: { state: true } };

  /** The release whose throttle is being changed. */
  declare changing: string;
  declare problem: Refusal | undefined;
  readonly #board = new Live<Board>(this, () => '/waiting-room/board', 2);
  readonly #failOpen = new Live<FailOpen>(this, () => isAdmin() ? '/waiting-room/fail-open' : undefined, 5);

  constructor() {
    super();
    this.changing = '';
  }

  readonly #columns: Column<BoardLine>[] = [
    {
      key: 'title', label: say.release, sort: (line) => line.title, text: (line) => `${line.title} ${line.id}`,
      cell: (line) => html`<span><a href="/admin/events/${line.eventId}/releases"><strong>${line.title || line.id}</strong></a>
        <small>${line.id}</small></span>`,
    },
    {
      key: 'mode', label: say.mode, sort: (line) => line.phase, text: (line) => say.phases[line.phase] ?? line.phase,
      cell: (line) => html`<span class="chip ${line.mode === 'HOLD' ? 'bad' : line.phase === 'OPEN' ? 'good' : line.mode === 'DRAIN' ? 'warn' : ''}">
        ${say.phases[line.phase] ?? line.phase}</span>`,
    },
    {
      key: 'rate', label: say.rate, align: 'end', sort: (line) => line.figures.ratePerMinuteNow,
      text: (line) => `${line.figures.ratePerMinuteNow} / ${line.ratePerMinute}`,
      cell: (line) => html`<span><span class="nowrap">${say.nowOf(count(line.figures.ratePerMinuteNow), count(line.ratePerMinute))}</span>
        ${gauge(line.figures.ratePerMinuteNow, line.ratePerMinute)}</span>`,
    },
    {
      key: 'inside', label: say.inside, align: 'end', sort: (line) => line.figures.alive, text: (line) => `${line.figures.alive} / ${line.maxActive}`,
      cell: (line) => html`<span><span class="nowrap">${say.fullness(count(line.figures.alive), count(line.maxActive))}</span>
        ${gauge(line.figures.alive, line.maxActive)}</span>`,
    },
    {
      key: 'waiting', label: say.waiting, align: 'end', sort: (line) => line.figures.waiting,
      cell: (line) => html`<span>${count(line.figures.waiting)}${line.figures.called ? html` <small>${say.called(count(line.figures.called))}</small>` : nothing}</span>`,
    },
    { key: 'wait', label: say.wait, align: 'end', sort: (line) => line.figures.waitP50 ?? -1, cell: (line) => span(line.figures.waitP50) },
    { key: 'why', label: say.why, sort: reasonOf, cell: reasonOf },
    { key: 'deeds', label: '', cell: (line) => this.#deeds(line) },
  ];

  protected override render() {
    const board = this.#board.value;
    const lines = board?.items;
    const changing = lines?.find(({ id }) => id === this.changing);
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div>
        <data-age .at=${this.#board.readAt}></data-age></header>
      ${this.#board.problem ? html`<problem-note .problem=${this.#board.problem}></problem-note>` : nothing}
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      ${board?.brake.on ? this.#brakeIsOn(board) : nothing}
      ${lines ? this.#figures(lines) : nothing}
      ${changing ? html`<throttle-form .line=${changing} @throttle-done=${() => { this.changing = ''; }}></throttle-form>` : nothing}
      <data-table name="releases" caption=${say.title} .columns=${this.#columns} .rows=${lines}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>
      ${isAdmin() ? html`<div class="pair">${this.#brake(board)} ${this.#emergency()}</div>` : html`<p class="muted">${say.onlyAdmins}</p>`}`;
  }

  #figures(lines: BoardLine[]) {
    const sum = (value: (line: BoardLine) => number): string => count(lines.reduce((all, line) => all + value(line), 0));
    return html`<dl class="figures">
      <div><dt>${say.open}</dt><dd>${count(lines.filter(({ phase }) => phase === 'OPEN').length)}</dd></div>
      <div class=${lines.some(({ phase }) => phase === 'HELD') ? 'bad' : nothing}><dt>${say.held}</dt><dd>${count(lines.filter(({ mode }) => mode === 'HOLD').length)}</dd></div>
      <div><dt>${say.all}</dt><dd>${sum(({ figures }) => figures.waiting)}</dd></div>
      <div><dt>${say.insideAll}</dt><dd>${sum(({ figures }) => figures.alive)}</dd></div>
      <div><dt>${say.minute}</dt><dd>${sum(({ figures }) => figures.ratePerMinuteNow)}</dd></div>
    </dl>`;
  }

  #deeds(line: BoardLine) {
    if (line.mode === 'CLOSED') return nothing;
    return html`<span class="row-actions">
      <button class="quiet" aria-expanded=${this.changing === line.id} aria-label="${say.change}: ${line.title}"
        @click=${() => { this.changing = this.changing === line.id ? '' : line.id; }}>${say.change}</button>
      ${line.mode === 'HOLD'
    ? html`<button class="quiet" aria-label="${say.resume}: ${line.title}" @click=${() => this.#resume(line)}>${say.resume}</button>`
    : html`<button class="quiet" aria-label="${say.hold}: ${line.title}" @click=${() => this.#hold(line)}>${say.hold}</button>`}</span>`;
  }

  async #hold(line: BoardLine): Promise<void> {
    const title = line.title || line.id;
    const held = await openForm({
      title: say.holdTitle(title), text: say.holdText, verb: say.holdVerb, danger: true,
      fields: [{ name: 'reason', label: say.reason, maxlength: 200 }],
      submit: async ({ reason }) => {
        await send('POST', `/waiting-room/releases/${line.id}/mode`, { mode: 'HOLD', reason });
        return true;
      },
    });
    if (held) toast(say.heldNow(title), { undo: async () => { await send('POST', `/waiting-room/releases/${line.id}/mode`, { mode: line.mode }); } });
  }

  async #resume(line: BoardLine): Promise<void> {
    const title = line.title || line.id;
    const sure = await confirmAction({
      title: say.resumeTitle(title), verb: say.resume,
      consequence: say.resumeText(count(line.figures.waiting), count(line.ratePerMinute)),
    });
    if (!sure) return;
    await this.#try(async () => {
      await send('POST', `/waiting-room/releases/${line.id}/mode`, { mode: 'AUTO' });
      toast(say.resumed(title), { undo: async () => { await send('POST', `/waiting-room/releases/${line.id}/mode`, { mode: 'HOLD', reason: line.reason }); } });
    });
  }

  #brakeIsOn(board: Board) {
    return html`<div class="notice bad" role="status"><p><strong>${say.brakeOn(count(board.brake.held.length), clock(board.brake.since))}</strong>
      ${say.brakeReason(board.brake.reason ?? '')}</p></div>`;
  }

  #brake(board: Board | undefined) {
    return html`<section class="card" aria-labelledby="brake-heading"><h2 id="brake-heading">${say.brake}</h2>
      <p>${say.brakeText}</p>
      <p class="actions">${board?.brake.on
    ? html`<button class="primary" @click=${() => this.#letGo(board)}>${say.brakeOff}</button>` : nothing}
        <button class="danger" ?disabled=${!board} @click=${() => board && this.#pull(board)}>${say.brakePull}</button></p></section>`;
  }

  async #pull(board: Board): Promise<void> {
    const moving = board.items.filter(({ mode, phase }) => (mode === 'AUTO' || mode === 'DRAIN') && phase !== 'CLOSED');
    const waiting = moving.reduce((all, { figures }) => all + figures.waiting, 0);
    const pulled = await openForm({
      title: say.brakeTitle, text: say.brakeConsequence(count(moving.length), count(waiting)), verb: say.brakeVerb, danger: true,
      fields: [{ name: 'reason', label: say.reason, required: true, maxlength: 200 }],
      submit: async ({ reason }) => send<Board['brake']>('POST', '/waiting-room/brake', { reason }),
    });
    if (pulled) toast(say.brakePulled(count(pulled.held.length)));
  }

  async #letGo(board: Board): Promise<void> {
    const sure = await confirmAction({
      title: say.brakeOffTitle, consequence: say.brakeOffText(count(board.brake.held.length)), verb: say.brakeOff,
    });
    if (!sure) return;
    await this.#try(async () => {
      await send('DELETE', '/waiting-room/brake');
      toast(say.brakeReleased);
    });
  }

  #emergency() {
    const state = this.#failOpen.value;
    return html`<section class="card" aria-labelledby="fail-open-heading"><h2 id="fail-open-heading">${say.failOpen}</h2>
      <p>${say.failOpenText}</p>
      ${state?.open ? html`<p class="notice bad"><strong>${say.failOpenOn(clock(state.until))}</strong> ${say.brakeReason(state.reason ?? '')}</p>` : nothing}
      <p class="actions">${state?.open
    ? html`<button class="primary" @click=${() => this.#shut()}>${say.failOpenOff}</button>`
    : html`<button class="danger" @click=${() => this.#open()}>${say.failOpenSwitch}</button>`}</p></section>`;
  }

  async #open(): Promise<void> {
    const opened = await openForm({
      title: say.failOpenTitle, text: say.failOpenConsequence, verb: say.failOpenVerb, danger: true,
      fields: [
        { name: 'minutes', label: say.minutes, hint: say.minutesHint, type: 'number', min: 1, max: 15, value: 5, required: true },
        { name: 'reason', label: say.reason, required: true, maxlength: 200 },
      ],
      submit: async ({ minutes, reason }) => send<FailOpen>('POST', '/waiting-room/fail-open', { minutes, reason }),
    });
    if (opened) toast(`${say.failOpenDone}. ${opened.everywhere ? say.failOpenEverywhere : say.failOpenHere}`);
  }

  async #shut(): Promise<void> {
    await this.#try(async () => {
      await send('DELETE', '/waiting-room/fail-open');
      toast(say.failOpenEnded);
    });
  }

  async #try(deed: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await deed();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

/** How much of a bound is used up; the figures beside it say it in words. */
const gauge = (used: number, most: number) => html`<progress class="gauge ${used >= most ? 'full' : ''}" aria-hidden="true"
  max=${Math.max(1, most)} value=${Math.min(used, most)}></progress>`;

customElements.define('throttle-board', ThrottleBoard);
