import { html, nothing } from 'lit';
import { confirmAction, openForm } from '../dialogs.js';
import { count, moment, money } from '../format.js';
import { Refusal, read, send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { go } from '../pages.js';
import type { Release } from '../release/release-data.js';
import { organizes } from '../session.js';
import { toast } from '../toast.js';
import { fromZone } from '../zone.js';
import { checksOf, type Check } from './checklist.js';
import { eventPath, type EventView } from './event-data.js';
import { say } from './page-words.js';

const marks = { good: '✓', warn: '!', bad: '✕' } as const;

/** One event: how it stands, what is to be done before it is published, and the large switches. */
class EventPage extends Island {
  static override properties = { ...Island.properties, demoOnly: { state: true }, problem: { state: true } };

  declare demoOnly: boolean;
  declare problem: Refusal | undefined;
  #event = new Live<EventView>(this, () => eventPath(this.params.event!), 3);
  #releases = new Live<{ items: Release[] }>(this, () => `/waiting-room/releases?event=${encodeURIComponent(this.params.event!)}&limit=200`, 5);

  constructor() {
    super();
    this.demoOnly = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void read<{ methods: { method: string }[] }>('/ticketing/payments/methods')
      .then(({ methods }) => { this.demoOnly = methods.every(({ method }) => method === 'demo'); }).catch(() => undefined);
  }

  protected override render() {
    const event = this.#event.value;
    if (!event) return html`<h1>${say.overview}</h1><problem-note .problem=${this.#event.problem}></problem-note><p class="loading"></p>`;
    const seats = event.categories.reduce((sum, category) => sum + category.seats, 0);
    const mine = organizes(event.organizationId);
    return html`
      <div class="page-head"><h1>${event.title}</h1><data-age .at=${this.#event.readAt} .every=${3}></data-age></div>
      <problem-note .problem=${this.problem ?? this.#event.problem}></problem-note>
      <dl class="figures">
        ${event.state === 'DRAFT' ? nothing : html`<div><dt>${say.taken}</dt><dd>${count(seats - event.free)}</dd></div>
          <div><dt>${say.free}</dt><dd>${count(event.free)}</dd></div>`}
        <div><dt>${say.places}</dt><dd>${count(seats)}</dd></div>
      </dl>
      ${this.#checks(event)}
      ${mine ? this.#actions(event, seats) : nothing}
      <div class="cards">
        <section class="card"><h2>${say.onSale}</h2><dl class="pairs">
          <dt>${say.starts}</dt><dd>${moment(event.startsAt, event.venue.timezone)}</dd>
          <dt>${say.salesFrom}</dt><dd>${moment(event.salesFrom, event.venue.timezone)}</dd>
          <dt>${say.salesUntil}</dt><dd>${moment(event.salesUntil, event.venue.timezone)}</dd></dl>
          <p class="hint">${say.zone(event.venue.timezone)}</p></section>
        <section class="card"><h2>${say.prices}</h2><dl class="pairs">${event.categories.map(({ name, color, price, seats: places }) => html`
          <dt><span class="dot" .style=${`background:${color}`}></span> ${name}</dt>
          <dd>${money(price.amount, price.currency)} <span class="muted">× ${count(places)}</span></dd>`)}</dl></section>
      </div>`;
  }

  #checks(event: EventView) {
    if (event.state === 'CANCELLED') return nothing;
    const checks = checksOf(event, this.#releases.value?.items ?? [], this.demoOnly);
    const shown = event.state === 'DRAFT' ? checks : checks.filter(({ grade }) => grade !== 'good');
    if (!this.#releases.value || shown.length === 0) return html`<problem-note .problem=${this.#releases.problem}></problem-note>`;
    return html`<section class="card"><h2>${event.state === 'DRAFT' ? say.checklist : say.checks}</h2>
      <ul class="check-list">${shown.map((check) => html`<li>
        <span class="mark ${check.grade}-ink" aria-hidden="true">${marks[check.grade]}</span>
        <span>${say.check[check.name]![check.grade === 'good' ? 0 : 1]} <span class="unseen">(${{ good: say.fine, warn: say.mind, bad: say.wrong }[check.grade]})</span>
        ${check.grade === 'good' ? nothing : this.#mend(check, event)}</span></li>`)}</ul></section>`;
  }

  #mend(check: Check, event: EventView) {
    if (check.name === 'release') return html`<a href="/admin/events/${event.id}/releases/new">${say.planRelease}</a>`;
    return check.mend === 'settings' ? html`<a href="/admin/events/${event.id}/settings">${say.toSettings}</a>`
      : check.mend === 'releases' ? html`<a href="/admin/events/${event.id}/releases">${say.toReleases}</a>` : nothing;
  }

  #actions(event: EventView, seats: number) {
    const { state } = event;
    return html`<p class="actions">
      ${state === 'DRAFT' || state === 'POSTPONED' ? html`<button class="primary" @click=${() => this.#publish(event, seats)}>
        ${state === 'DRAFT' ? say.publish : say.publishAgain}</button>` : nothing}
      ${state === 'DRAFT' ? nothing : html`<a class="button" href="/events/${event.id}" target="_blank" rel="noopener">${say.shopPage}</a>`}
      ${event.gated ? html`<a class="button" href="/queue/${event.id}" target="_blank" rel="noopener">${say.queuePage}</a>` : nothing}
      <button @click=${() => this.#copy(event)}>${say.copy}</button>
      ${state === 'PUBLISHED' ? html`<button @click=${() => this.#postpone(event)}>${say.postpone}</button>` : nothing}
      ${state === 'CANCELLED' ? nothing : html`<button class="danger" @click=${() => this.#cancel(event)}>${say.cancel}</button>`}
    </p>${state === 'DRAFT' ? html`<p class="hint">${say.previewHint}</p>` : nothing}<br>`;
  }

  async #publish(event: EventView, seats: number): Promise<void> {
    const again = event.state === 'POSTPONED';
    if (await confirmAction({ title: again ? say.publishAgain : say.publish, verb: again ? say.publishAgain : say.publish,
      consequence: again ? say.publishAgainText : say.publishText(count(seats)) })) await this.#do(event, 'publication', say.published);
  }

  async #postpone(event: EventView): Promise<void> {
    if (await confirmAction({ title: say.postpone, consequence: say.postponeText, verb: say.postpone, danger: true })) {
      await this.#do(event, 'postponement', say.postponed);
    }
  }

  async #cancel(event: EventView): Promise<void> {
    if (await confirmAction({ title: say.cancel, consequence: say.cancelText, verb: say.cancel, danger: true, type: say.cancelWord })) {
      await this.#do(event, 'cancellation', say.cancelled);
    }
  }

  async #do(event: EventView, deed: string, done: string): Promise<void> {
    try {
      this.problem = undefined;
      await send('POST', `${eventPath(event.id)}/${deed}`, {});
      toast(done);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  async #copy(event: EventView): Promise<void> {
    const zone = event.venue.timezone;
    const hint = say.zone(zone);
    const copy = await openForm<EventView>({
      title: say.copyTitle, text: say.copyText, verb: say.copyVerb,
      fields: [
        { name: 'title', label: say.title, required: true, maxlength: 200, value: event.title },
        { name: 'startsAt', label: say.starts, hint, type: 'datetime-local', required: true },
        { name: 'salesFrom', label: say.salesFrom, type: 'datetime-local', required: true },
        { name: 'salesUntil', label: say.salesUntil, type: 'datetime-local', required: true },
      ],
      // The form reads moments on the reader's clock; what was typed is meant on the venue's.
      submit: (values) => send<EventView>('POST', `${eventPath(event.id)}/copies`, { title: values.title,
        ...Object.fromEntries(['startsAt', 'salesFrom', 'salesUntil'].map((name) => [name, fromZone(typedLocal(values[name]), zone)])) }),
    });
    if (!copy) return;
    toast(say.copied(copy.title));
    go(`/admin/events/${copy.id}`);
  }
}

const typedLocal = (iso: string): string => {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

customElements.define('event-page', EventPage);
