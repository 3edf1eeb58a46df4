import { html, nothing } from 'lit';
import { column, figure } from '../columns.js';
import type { Column } from '../data-table.js';
import { openForm } from '../dialogs.js';
import { Island } from '../island.js';
import { Refusal, send } from '../http.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import { ofEvent, type EventFacts } from './api.js';
import { stateOf, type House, type Seat, type Snapshot } from './house.js';
import { say } from './seats-words.js';
import './house-map.js';

/** What one call may name. */
const MOST_AT_ONCE = 1_000;

/** On a phone a row is a card: the map comes first there, and the list when it is asked for. */
const roomy = matchMedia('(min-width: 700px)');

type Row = House['rows'][number];

/** Seats taken off the sale and put back: chosen on the map or by the row. */
export class SeatsPage extends Island {
  static override properties = { chosen: { state: true }, house: { state: true }, snapshot: { state: true },
    failed: { state: true } };

  declare chosen: ReadonlySet<string>;
  declare house: House | null;
  declare snapshot: Snapshot | undefined;
  declare failed: Refusal | null;

  #event = new Live<EventFacts>(this, () => this.params && ofEvent(this.params.event!), 30);

  constructor() {
    super();
    this.chosen = new Set();
    this.house = null;
    this.failed = null;
  }

  #told = (told: CustomEvent<{ house: House; snapshot: Snapshot | undefined }>): void => {
    this.house = told.detail.house;
    this.snapshot = told.detail.snapshot;
  };

  /** One seat that is clicked changes sides; seats that are drawn around are all chosen,
    unless all of them are already. */
  #choose = (choice: CustomEvent<{ seats: Seat[]; around: boolean }>): void => this.#toggle(choice.detail.seats);

  #toggle(seats: Seat[]): void {
    const chosen = new Set(this.chosen);
    const all = seats.every(({ id }) => chosen.has(id));
    for (const { id } of seats) {
      if (all) chosen.delete(id);
      else chosen.add(id);
    }
    this.chosen = chosen;
  }

  #in(state: 'FREE' | 'BLOCKED'): string[] {
    return (this.house?.seats ?? []).filter((seat) => this.chosen.has(seat.id) && stateOf(this.snapshot,
      seat) === state)
      .map(({ id }) => id);
  }

  protected override render() {
    const event = this.#event.value;
    if (!event) return this.#event.problem ? html`<problem-note .problem=${this.#event.problem}></problem-note>`
      : nothing;
    return html`<h1 class="unseen">${say.tab}</h1><section class="card">
        <h2>${say.heading}</h2><p class="hint">${say.hint}</p>
        ${event.state === 'DRAFT' ? html`<p class="notice">${say.draft}</p>` : html`
          ${this.#bar()}
          <house-map choosing .event=${event.id} .chosen=${this.chosen} @states=${this.#told}
            @seats-chosen=${this.#choose}></house-map>`}
      </section>
      ${event.state !== 'DRAFT' && this.house ? this.#rows(this.house) : nothing}`;
  }

  #bar() {
    const free = this.#in('FREE');
    const blocked = this.#in('BLOCKED');
    const others = this.chosen.size - free.length - blocked.length;
    return html`<div class="choice-bar">
      <p aria-live="polite"><b>${this.chosen.size ? say.chosen(this.chosen.size) : say.nothing}</b>
        ${others > 0 ? html`<span class="hint">${say.notFree}</span>` : nothing}</p>
      <div class="actions">
        <button type="button" class="primary" ?disabled=${free.length === 0} @click=${() => this.#ask(free,
          true)}>${say.block(free.length)}</button>
        <button type="button" ?disabled=${blocked.length === 0} @click=${() => this.#ask(blocked,
          false)}>${say.lift(blocked.length)}</button>
        <button type="button" class="quiet" @click=${this.#allBlocked}>${say.blocked}</button>
        <button type="button" class="quiet" ?disabled=${this.chosen.size === 0}
          @click=${() => (this.chosen = new Set())}>${say.clear}</button>
      </div>
      ${this.failed ? this.#refused(this.failed) : nothing}
    </div>`;
  }

  #refused(problem: Refusal) {
    const seats: string[] = problem.code === 'seats-taken' ? problem.body.seats ?? [] : [];
    return html`<problem-note .problem=${problem}></problem-note>${seats.length
      ? html`<p class="actions">${say.taken(seats.length)}
      <button type="button" @click=${() => this.#leaveOut(seats)}>${say.leaveOut}</button></p>` : nothing}`;
  }

  #rows(house: House) {
    const among = (row: Row, states: string[]) => row.seats.filter((seat) => states.includes(stateOf(this.snapshot,
      seat))).length;
    const name = (row: Row) => [row.zone, row.label].filter(Boolean).join(' ');
    const columns: Column<Row>[] = [
      { key: 'choose', label: '', cell: (row) => html`<input type="checkbox" aria-label=${say.chooseRow(name(row))}
        .checked=${row.seats.every(({ id }) => this.chosen.has(id))} @change=${() => this.#toggle(row.seats)}>` },
      column('zone', say.zone, (row) => row.zone), column('row', say.row, (row) => row.label),
      figure('seats', say.seats, (row) => row.seats.length), figure('free', say.free, (row) => among(row, ['FREE'])),
      figure('sold', say.sold, (row) => among(row, ['SOLD', 'HELD'])), figure('offSale', say.offSale,
        (row) => among(row, ['BLOCKED'])),
    ];
    return html`<details class="card" ?open=${roomy.matches}><summary><h2>${say.byRow}</h2></summary>
      <data-table name="rows" .columns=${columns} .rows=${house.rows} .rowKey=${(row: Row) => row.seats[0]?.id}
        .empty=${{ title: say.none, text: say.noneText }}></data-table></details>`;
  }

  #allBlocked = (): void => {
    this.chosen = new Set((this.house?.seats ?? []).filter((seat) => stateOf(this.snapshot,
      seat) === 'BLOCKED').map(({ id }) => id));
  };

  #leaveOut(seats: string[]): void {
    const chosen = new Set(this.chosen);
    for (const seat of seats) chosen.delete(seat);
    this.chosen = chosen;
    this.failed = null;
  }

  async #ask(seats: string[], block: boolean): Promise<void> {
    this.failed = null;
    const done = await openForm({
      title: block ? say.block(seats.length) : say.lift(seats.length), text: block ? say.blockText : say.liftText,
      fields: [{ name: 'reason', label: say.reason, hint: say.reasonHint, required: true, maxlength: 200 }],
      verb: block ? say.block(seats.length) : say.lift(seats.length),
      submit: async ({ reason }) => {
        try {
          return await this.#send(seats, block, reason);
        } catch (problem) {
          if (!(problem instanceof Refusal) || problem.code !== 'seats-taken') throw problem;
          this.failed = problem;
          return 0;
        }
      },
    });
    if (!done) return;
    this.chosen = new Set();
    toast(block ? say.blockedDone(done) : say.liftedDone(done), { undo: async () => void await this.#send(seats,
      !block, say.undoReason) });
  }

  /** Very many go in parts; a part that is refused leaves those before it as they are, and the map shows them. */
  async #send(seats: string[], block: boolean, reason: string): Promise<number> {
    let changed = 0;
    for (let from = 0; from < seats.length; from += MOST_AT_ONCE) {
      const answer = await send<{ changed: number }>('POST', ofEvent(this.params.event!, `/seat-blocks${block ? ''
        : '/lifting'}`),
        { seats: seats.slice(from, from + MOST_AT_ONCE), reason });
      changed += answer.changed;
    }
    return changed;
  }
}

customElements.define('seats-page', SeatsPage);
