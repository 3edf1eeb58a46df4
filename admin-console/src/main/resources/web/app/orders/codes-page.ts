import { html, nothing } from 'lit';
import { chip, column, deeds, figure } from '../columns.js';
import type { Column } from '../data-table.js';
import { openForm } from '../dialogs.js';
import { Island } from '../island.js';
import { count, minorDigits, money, moment } from '../format.js';
import { Refusal, send } from '../http.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import { ofEvent, type EventFacts, type Page, type PromoCode } from './api.js';
import { say } from './codes-words.js';

const MOST_AT_ONCE = 200;

type Standing = keyof typeof say.states;
const tones: Record<Standing, string> = { active: 'good', paused: 'warn', usedUp: '', over: '', early: '' };

/** The promo codes of an event: made, limited, paused, and who used them. */
export class CodesPage extends Island {
  static override properties = { failed: { state: true } };

  declare failed: Refusal | null;

  #event = new Live<EventFacts>(this, () => this.params && ofEvent(this.params.event!), 60);
  #codes = new Live<Page<PromoCode>>(this, () => this.params && ofEvent(this.params.event!, '/promo-codes?limit=200'),
    5);

  constructor() {
    super();
    this.failed = null;
  }

  protected override render() {
    const add = html`<button type="button" class="primary" ?disabled=${!this.#event.value}
      @click=${this.#add}>${say.add}</button>`;
    const codes = this.#codes.value;
    return html`<section class="card">
      <header class="section-head"><h1>${say.tab}</h1><data-age .at=${this.#codes.readAt}
        .every=${5}></data-age></header>
      ${this.#codes.problem ? html`<problem-note .problem=${this.#codes.problem}></problem-note>` : nothing}
      ${this.failed ? html`<problem-note .problem=${this.failed}></problem-note>` : nothing}
      ${codes && codes.items.length ? html`<div class="actions">${add}</div>` : nothing}
      <data-table name="codes" .columns=${this.#columns()} .rows=${codes?.items} .rowKey=${(row: PromoCode) => row.code}
        .empty=${{ title: say.none, text: say.noneText, action: add }}></data-table></section>`;
  }

  #columns(): Column<PromoCode>[] {
    const used = (row: PromoCode) => say.usedOf(count(row.used), count(row.uses));
    return [
      column('code', say.code, (row) => row.code, (row) => html`<code class="whole">${row.code}</code>`), column('off', say.off, off),
      column('category', say.category, (row) => this.#categories(row)),
      { ...figure('used', say.used, (row: PromoCode) => row.used, (_, row) => used(row)), cell: (row) => html`<span class="stack">
        <progress max=${row.uses} .value=${row.used} aria-label=${say.used}></progress> ${used(row)}</span>` },
      column('good', say.from, window), chip('state', say.state, (row) => say.states[standing(row)],
        (row) => tones[standing(row)]),
      deeds((row) => html`<span class="actions">
        <a href="/admin/events/${this.params.event}/orders?promoCode=${encodeURIComponent(row.code)}">${say.orders}</a>
        <button type="button" class="quiet" @click=${() => this.#limit(row)}>${say.change}</button>
        <button type="button" class="quiet" @click=${() => this.#switch(row, !row.active)}>${row.active ? say.pause
          : say.resume}</button>
      </span>`),
    ];
  }

  #categories(row: PromoCode): string {
    if (row.categories.length === 0) return say.allCategories;
    const names = new Map(this.#event.value?.categories.map(({ id, name }) => [id, name]));
    return row.categories.map((id) => names.get(id) ?? id).join(', ');
  }

  #add = async (): Promise<void> => {
    const event = this.#event.value!;
    const made = await openForm<string[]>({
      title: say.add, verb: say.create,
      fields: [
        { name: 'code', label: say.code, hint: say.codeHint, pattern: '[A-Za-z0-9][A-Za-z0-9_\\-]{2,39}', maxlength: 40,
          autocomplete: 'off' },
        { name: 'kind', label: say.kind, type: 'select', required: true, value: 'percent',
          options: Object.entries(say.kinds).map(([value, label]) => ({ value, label })) },
        { name: 'value', label: say.value, type: 'number', hint: say.valueHint(event.currency), required: true,
          min: 0.01, step: 0.01 },
        { name: 'category', label: say.category, type: 'select', required: true, value: '*',
          options: [{ value: '*', label: say.allCategories }, ...event.categories.map(({ id, name }) => ({ value: id, label: name }))] },
        { name: 'uses', label: say.uses, type: 'number', required: true, min: 1, max: 1_000_000, step: 1, value: 100 },
        { name: 'validFrom', label: say.from, type: 'datetime-local' },
        { name: 'validUntil', label: say.until, type: 'datetime-local' },
        { name: 'copies', label: say.copies, hint: say.copiesHint, type: 'number', min: 1, max: MOST_AT_ONCE, step: 1, value: 1 },
      ],
      submit: ({ kind, value, category, copies = 1, ...rest }) => this.#make(event, copies, {
        ...rest, ...(category !== '*' && { categories: [category] }),
        ...(kind === 'percent' ? { percent: value } : { amount: Math.round(value * 10 ** minorDigits(event.currency)) }),
      }),
    });
    if (made) toast(made.length > 1 ? say.createdMany(made.length) : say.created(made[0]!));
  };

  /** One by one; should one be refused, those before it are there, and the list shows them. */
  async #make(event: EventFacts, copies: number, code: Record<string, unknown>): Promise<string[]> {
    if (copies > 1 && code.code) throw new Refusal(0, { title: say.onlyOne, detail: say.onlyOneText });
    const made: string[] = [];
    while (made.length < copies) made.push((await send<PromoCode>('POST', ofEvent(event.id, '/promo-codes'), code)).code);
    return made;
  }

  async #limit(row: PromoCode): Promise<void> {
    await openForm({
      title: say.changeTitle(row.code), verb: say.save,
      fields: [{ name: 'uses', label: say.uses, type: 'number', hint: say.changeHint(row.used), required: true,
        min: Math.max(1, row.used),
        max: 1_000_000, step: 1, value: row.uses }],
      submit: (values) => send('PATCH', this.#path(row), values),
    });
  }

  async #switch(row: PromoCode, active: boolean): Promise<void> {
    try {
      this.failed = null;
      await send('PATCH', this.#path(row), { active });
      toast(active ? say.resumed(row.code) : say.paused(row.code), { undo: () => send('PATCH', this.#path(row),
        { active: !active }) });
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  }

  #path(row: PromoCode): string {
    return ofEvent(this.params.event!, `/promo-codes/${encodeURIComponent(row.code)}`);
  }
}

const off = (row: PromoCode): string => (row.amount ? say.offPerTicket(money(row.amount.amount, row.amount.currency))
  : `${row.percent} %`);

const window = (row: PromoCode): string => [row.validFrom && say.sinceWhen(moment(row.validFrom)), row.validUntil
  && say.untilWhen(moment(row.validUntil))]
  .filter(Boolean).join(' ') || say.always;

function standing(row: PromoCode): Standing {
  if (!row.active) return 'paused';
  if (row.validUntil && Date.parse(row.validUntil) <= Date.now()) return 'over';
  if (row.used >= row.uses) return 'usedUp';
  return row.validFrom && Date.parse(row.validFrom) > Date.now() ? 'early' : 'active';
}

customElements.define('codes-page', CodesPage);
