import { html, nothing } from 'lit';
import { fault } from '../dialogs.js';
import { field, localTime, valuesOf } from '../forms.js';
import { Island } from '../island.js';
import { minorDigits, money } from '../format.js';
import { read, Refusal, send } from '../http.js';
import { toast } from '../toast.js';
import { ofEvent, type Attendees, type EventFacts, type Terms } from './api.js';
import { say } from './terms-words.js';

interface TermsBody {
  serviceFee: { amountPerTicket: number; percent: number };
  taxPercent: number;
  holderChanges: boolean;
  returns: boolean;
  returnsUntil?: string;
  waitingList: boolean;
  attendees: Attendees;
}

/** Fees, tax, and what buyers may do with their tickets. */
export class TermsPage extends Island {
  static override properties = { event: { state: true }, body: { state: true }, changed: { state: true },
    problem: { state: true }, busy: { state: true } };

  declare event: EventFacts | null;
  declare body: TermsBody;
  declare changed: boolean;
  declare problem: Refusal | null;
  declare busy: boolean;

  #saved?: TermsBody;

  constructor() {
    super();
    this.event = null;
    this.changed = false;
    this.problem = null;
    this.busy = false;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('params') && this.params) void this.#load();
  }

  #load = async (): Promise<void> => {
    try {
      const [event, terms] = await Promise.all([read<EventFacts>(ofEvent(this.params.event!)),
        read<Terms>(ofEvent(this.params.event!, '/order-terms'))]);
      this.#saved = this.body = bodyOf(terms, event);
      this.event = event;
      this.problem = null;
    } catch (problem) {
      this.problem = problem as Refusal;
    }
  };

  protected override render() {
    const { event, body, problem } = this;
    if (!event) return problem ? html`<problem-note .problem=${problem} .retry=${this.#load}></problem-note>` : nothing;
    const digits = minorDigits(event.currency);
    const wrong = (name: string) => fault(problem ?? undefined, name);
    return html`<h1 class="unseen">${say.tab}</h1><form class="card terms" @submit=${this.#save} @input=${this.#edited} @change=${this.#edited}>
      <p class="hint">${say.hint}</p>
      ${problem ? html`<problem-note .problem=${problem}></problem-note>` : nothing}
      <h2>${say.money}</h2>
      <div class="fields">
        ${field({ name: 'amountPerTicket', label: say.feePerTicket(event.currency), type: 'number', min: 0,
          step: 10 ** -digits, required: true,
          value: (body.serviceFee.amountPerTicket / 10 ** digits).toFixed(digits) }, wrong('amountPerTicket'))}
        ${field({ name: 'percent', label: say.feePercent, type: 'number', min: 0, max: 100, step: 0.01, required: true,
          value: body.serviceFee.percent }, wrong('percent'))}
        ${field({ name: 'taxPercent', label: say.tax, hint: say.taxHint, type: 'number', min: 0, max: 100, step: 0.01,
          required: true,
          value: body.taxPercent }, wrong('taxPercent'))}
      </div>
      ${this.#preview(event)}
      <h2>${say.buyers}</h2>
      ${field({ name: 'holderChanges', label: say.holderChanges, hint: say.holderHint, type: 'checkbox',
        value: body.holderChanges })}
      ${field({ name: 'returns', label: say.returns, hint: say.returnsHint, type: 'checkbox', value: body.returns })}
      ${body.returns ? field({ name: 'returnsUntil', label: say.returnsUntil, hint: say.returnsUntilHint,
        type: 'datetime-local',
        value: localTime(body.returnsUntil) }, wrong('returnsUntil')) : nothing}
      ${field({ name: 'waitingList', label: say.waitingList, type: 'checkbox', value: body.waitingList })}
      <h2>${say.comers}</h2>
      ${field({ name: 'attendees', label: say.attendees, hint: say.attendeesHint, type: 'select', required: true,
        value: body.attendees, options: [{ value: 'NONE', label: say.attendeesNone },
          { value: 'OPTIONAL', label: say.attendeesOptional }, { value: 'REQUIRED', label: say.attendeesRequired }] })}
      <p class="actions"><button type="submit" class="primary"
        ?disabled=${!this.changed || this.busy}>${say.save}</button>
        ${this.changed ? html`<span class="hint" role="status">${say.unsaved}</span>` : nothing}</p>
    </form>`;
  }

  /** What a fan will see, as the services work it out: rounded half up, the tax from the total. */
  #preview(event: EventFacts) {
    const price = event.categories[0]?.price;
    if (!price) return nothing;
    const { serviceFee, taxPercent } = this.body;
    const fee = price.amount ? serviceFee.amountPerTicket + Math.round(price.amount * serviceFee.percent / 100) : 0;
    const total = price.amount + fee;
    const tax = Math.round(total * taxPercent / (100 + taxPercent));
    const sum = (amount: number) => money(amount, event.currency);
    return html`<p class="notice plain">${say.preview} ${sum(price.amount)} ${say.previewTotal(sum(total), sum(fee),
      sum(tax))}</p>`;
  }

  #edited = (edit: Event): void => {
    const values = valuesOf(edit.currentTarget as HTMLFormElement);
    const digits = minorDigits(this.event!.currency);
    this.body = {
      serviceFee: { amountPerTicket: Math.round((values.amountPerTicket ?? 0) * 10 ** digits),
        percent: values.percent ?? 0 },
      taxPercent: values.taxPercent ?? 0, holderChanges: values.holderChanges, returns: values.returns,
      ...(values.returns && values.returnsUntil && { returnsUntil: values.returnsUntil }),
      waitingList: values.waitingList, attendees: values.attendees,
    };
    this.changed = JSON.stringify(this.body) !== JSON.stringify(this.#saved);
  };

  #save = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    const before = this.#saved!;
    this.busy = true;
    try {
      await this.#put(this.body);
      toast(say.saved, { undo: () => this.#put(before) });
    } catch (problem) {
      this.problem = problem as Refusal;
    } finally {
      this.busy = false;
    }
  };

  async #put(body: TermsBody): Promise<void> {
    const terms = await send<Terms>('PUT', ofEvent(this.params.event!, '/order-terms'), body);
    this.#saved = this.body = bodyOf(terms, this.event!);
    this.changed = false;
    this.problem = null;
  }
}

/** Until the event begins is what stands there when nothing is said. */
function bodyOf(terms: Terms, event: EventFacts): TermsBody {
  return {
    serviceFee: { amountPerTicket: terms.serviceFee.perTicket.amount, percent: terms.serviceFee.percent },
    taxPercent: terms.taxPercent, holderChanges: terms.holderChanges, returns: terms.returns,
    ...(terms.returns && terms.returnsUntil && terms.returnsUntil !== event.startsAt
      && { returnsUntil: terms.returnsUntil }),
    waitingList: terms.waitingList, attendees: terms.attendees,
  };
}

customElements.define('terms-page', TermsPage);
