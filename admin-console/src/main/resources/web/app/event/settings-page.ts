import { html } from 'lit';
import { isStale, settleConflict } from '../conflict.js';
import { field, type Field } from '../forms.js';
import { Refusal, readTagged, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { fromZone, inZone } from '../zone.js';
import { eventPath, majorUnits, type EventView, type TypedPrice } from './event-data.js';
import { saleFields, textFields, type Typed } from './event-fields.js';
import { say } from './page-words.js';
import './picture-choice.js';
import type { Chosen } from './picture-choice.js';
import { describePicture, removePicture, setPicture, shownAt } from './picture-data.js';
import { say as picture } from './picture-words.js';
import './price-editor.js';
import { pricesOf } from './wizard-draft.js';
import { say as wizard } from './wizard-words.js';

const moments = ['startsAt', 'salesFrom', 'salesUntil'];
const numbers = ['holdSeconds', 'maxSeatsPerOrder', 'maxSeatsPerBuyer', 'returnDelaySeconds'];

/** All of an event that can be changed; each part is saved on its own, and never over somebody else's change. */
class SettingsPage extends Island {
  static override properties = {
    ...Island.properties, event: { state: true }, typed: { state: true }, prices: { state: true }, chosen: { state: true }, problem: { state: true }, shownAt: { state: true },
  };

  declare event: EventView | undefined;
  declare typed: Typed;
  declare prices: Record<string, TypedPrice>;
  declare chosen: Chosen;
  declare problem: Refusal | undefined;
  declare shownAt: string;
  #tag = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load().catch((error) => this.#refused(error, ''));
  }

  async #load(): Promise<void> {
    const path = eventPath(this.params.event!);
    const { value, tag } = await readTagged<EventView>(path);
    const zone = value.venue.timezone;
    this.#tag = tag;
    this.typed = {
      title: value.title, genre: value.genre, description: value.description, startsAt: inZone(value.startsAt, zone),
      salesFrom: inZone(value.salesFrom, zone), salesUntil: inZone(value.salesUntil, zone), holdSeconds: String(value.holdSeconds),
      maxSeatsPerOrder: String(value.maxSeatsPerOrder), maxSeatsPerBuyer: String(value.maxSeatsPerBuyer),
      returnDelaySeconds: String(value.returnDelaySeconds),
    };
    this.prices = Object.fromEntries(value.categories.map((category) => [category.name, {
      amount: majorUnits(category.price.amount, value.currency),
      ...category.salesFrom !== value.salesFrom && { from: inZone(category.salesFrom, zone) },
      ...category.salesUntil !== value.salesUntil && { until: inZone(category.salesUntil, zone) },
    }]));
    this.chosen = { picture: value.picture ? shownAt(value.picture) : '', alternative: value.picture?.alternative ?? '' };
    this.event = value;
  }

  protected override render() {
    const { event, typed } = this;
    if (!event) return html`<h1>${say.settings}</h1><problem-note .problem=${this.problem}></problem-note><p class="loading"></p>`;
    const zone = event.venue.timezone;
    return html`
      <h1>${say.settings}</h1>
      ${this.#part('texts', say.texts, textFields(typed))}
      <form class="card" @submit=${(submission: SubmitEvent) => this.#savePicture(submission)}>
        <h2>${picture.picture}</h2><p class="hint">${picture.pictureHint}</p>
        <picture-choice .shown=${this.chosen.picture} .alternative=${this.chosen.alternative}
          @picture=${(told: CustomEvent<Chosen>) => { this.chosen = told.detail; }}></picture-choice>
        ${this.#end('picture')}</form>
      ${this.#part('times', say.times, [...saleFields(typed, zone),
    { name: 'gated', label: wizard.gated, hint: wizard.gatedHint, type: 'checkbox', value: event.gated }])}
      <form class="card" @submit=${(submission: SubmitEvent) => this.#savePrices(submission)}>
        <h2>${say.prices}</h2><p class="hint">${say.pricesHint}</p>
        <price-editor .plan=${event.planId} .categories=${event.categories} .currency=${event.currency} .prices=${this.prices}
          @prices=${(told: CustomEvent<Record<string, TypedPrice>>) => { this.prices = told.detail; }}></price-editor>
        ${this.#end('prices')}</form>`;
  }

  #part(part: string, title: string, fields: Field[]) {
    return html`<form class="card" @submit=${(submission: SubmitEvent) => this.#save(submission, part, fields)}>
      <h2>${title}</h2><div class=${part === 'texts' ? '' : 'columns'}>${fields.map((each) => field(each, undefined, part))}</div>
      ${this.#end(part)}</form>`;
  }

  #end(part: string) {
    return html`<problem-note .problem=${this.shownAt === part ? this.problem : undefined}></problem-note>
      <p class="actions"><button class="primary">${say.save}</button></p>`;
  }

  async #save(submission: SubmitEvent, part: string, fields: Field[]): Promise<void> {
    submission.preventDefault();
    const zone = this.event!.venue.timezone;
    const form = submission.target as HTMLFormElement;
    const values: Record<string, any> = {};
    for (const { name, type } of fields) {
      const input = form.elements.namedItem(name) as HTMLInputElement;
      values[name] = type === 'checkbox' ? input.checked
        : moments.includes(name) ? fromZone(input.value, zone) : numbers.includes(name) ? Number(input.value) : input.value.trim();
    }
    await this.#patch(part, values, fields);
  }

  /** A new picture is sent; of the one that is there only the words are. */
  async #savePicture(submission: SubmitEvent): Promise<void> {
    submission.preventDefault();
    const { id, picture: before } = this.event!;
    const { picture: chosen, alternative } = this.chosen;
    await this.#send('picture', async () => {
      if (chosen.startsWith('data:')) await setPicture(id, chosen, alternative);
      else if (chosen) await describePicture(id, alternative);
      else if (before) await removePicture(id);
    });
  }

  async #savePrices(submission: SubmitEvent): Promise<void> {
    submission.preventDefault();
    const { event } = this;
    await this.#patch('prices', { prices: pricesOf(this.prices, event!.currency, event!.venue.timezone) }, []);
  }

  async #patch(part: string, values: Record<string, any>, fields: Field[]): Promise<void> {
    const path = eventPath(this.event!.id);
    await this.#send(part, async () => {
      try {
        await send('PATCH', path, values, { ifMatch: this.#tag });
      } catch (error) {
        if (!isStale(error)) throw error;
        const { value, tag } = await readTagged<Record<string, any>>(path);
        const compared = fields.map(({ name, label }) => ({ label, mine: String(values[name]), theirs: String(value[name]) }));
        if (await settleConflict(compared)) await send('PATCH', path, values, { ifMatch: tag });
      }
    });
  }

  async #send(part: string, work: () => Promise<unknown>): Promise<void> {
    try {
      this.problem = undefined;
      await work();
      await this.#load();
      toast(say.saved);
    } catch (error) {
      this.#refused(error, part);
    }
  }

  #refused(error: unknown, part: string): void {
    if (!(error instanceof Refusal)) throw error;
    this.problem = error;
    this.shownAt = part;
  }
}

customElements.define('settings-page', SettingsPage);
