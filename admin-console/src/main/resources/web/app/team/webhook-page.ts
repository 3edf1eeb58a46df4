import { html, nothing } from 'lit';
import { chip, column, deeds, figure, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { confirmAction, openForm, showDialog } from '../dialogs.js';
import { clock, count, moment } from '../format.js';
import { localTime } from '../forms.js';
import { read, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { fromAddress, go, keepInAddress } from '../pages.js';
import { toast } from '../toast.js';
import { ofOrganization, type Delivery, type DeliveryFile, type DeliveryState, type Page, type Webhook } from './api.js';
import { showOnce } from './show-once.js';
import { standing, typeWords, webhookBody, webhookFields } from './webhooks-page.js';
import { say } from './webhooks-words.js';

const tones: Record<DeliveryState, string> = { PENDING: 'warn', DELIVERED: 'good', GIVEN_UP: 'bad' };
const WEEK = 7 * 86_400_000;

/** One receiver: how it is doing, what it was told, and telling it again. */
export class WebhookPage extends Island {
  static override properties = { state: { state: true }, failed: { state: true } };

  declare state: DeliveryState | '';
  declare failed: Refusal | undefined;

  #webhooks = new Live<Page<Webhook>>(this, () => this.params
    && ofOrganization(this.params.organization!, '/webhooks?limit=200'), 3);
  #deliveries = new Live<Page<Delivery>>(this, () => this.params && this.#path(`/deliveries?limit=100${this.state
    && `&state=${this.state}`}`), 3);

  constructor() {
    super();
    const asked = fromAddress('state');
    this.state = asked in say.states ? (asked as DeliveryState) : '';
  }

  protected override render() {
    const webhook = this.#webhooks.value?.items.find(({ id }) => id === this.params.webhook);
    const problem = this.#webhooks.problem ?? this.failed;
    return html`
      <p><a href="/admin/webhooks?organization=${this.params.organization}">← ${say.all}</a></p>
      ${problem ? html`<problem-note .problem=${problem}></problem-note>` : nothing}
      ${webhook ? html`${this.#head(webhook)}${this.#sent()}` : nothing}`;
  }

  #head(webhook: Webhook) {
    const { tone, words, cure } = standing(webhook);
    return html`<section class="card">
      <h1 class="long">${webhook.url}</h1>
      <p><span class="chip ${tone}">${words}</span> ${webhook.description}</p>
      ${cure ? html`<p class="notice ${tone === 'bad' ? 'bad' : 'warn'}">${cure}</p>` : nothing}
      <p>${say.tellOf}: ${webhook.eventTypes.map(typeWords).join(', ')}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${this.#test}>${say.test}</button>
        <button type="button" @click=${() => this.#edit(webhook)}>${say.edit}</button>
        <button type="button" @click=${() => this.#switch(Boolean(webhook.disabledAt))}>${webhook.disabledAt ? say.on
          : say.off}</button>
        <button type="button" @click=${this.#rotate}>${say.rotate}</button>
        <button type="button" class="danger" @click=${this.#remove}>${say.remove}</button>
      </div></section>`;
  }

  #sent() {
    const columns: Column<Delivery>[] = [
      time('createdAt', say.at, (row) => row.createdAt), column('type', say.type, (row) => typeWords(row.type)),
      chip('state', say.state, (row) => say.states[row.state], (row) => tones[row.state]),
      figure('attempts', say.attempts, (row) => row.attempts), time('next', say.next, (row) => row.nextAttemptAt,
        clock),
      column('message', say.message, (row) => row.message, (row) => html`<code>${row.message}</code>`),
      deeds((row) => html`<span class="actions">
        <button type="button" class="quiet" @click=${() => this.#open(row)}>${say.open}</button>
        <button type="button" class="quiet" @click=${() => this.#again(row)}>${say.again}</button></span>`),
    ];
    return html`<section class="card">
      <header class="section-head"><h2>${say.deliveries}</h2><data-age .at=${this.#deliveries.readAt}
        .every=${3}></data-age></header>
      <div class="filters"><label>${say.which}<select @change=${this.#choose}><option value="">${say.every}</option>
        ${Object.entries(say.states).map(([value, word]) => html`<option value=${value}
          ?selected=${value === this.state}>${word}</option>`)}</select></label>
        <button type="button" @click=${this.#againSince}>${say.againSince}</button></div>
      ${this.#deliveries.problem ? html`<problem-note .problem=${this.#deliveries.problem}></problem-note>` : nothing}
      <data-table name="deliveries" .columns=${columns} .rows=${this.#deliveries.value?.items}
        .rowKey=${(row: Delivery) => row.message}
        .empty=${{ title: this.state ? say.noneSuch : say.noneSent, text: say.noneSentText }}></data-table></section>`;
  }

  #choose = (change: Event): void => {
    this.state = (change.target as HTMLSelectElement).value as DeliveryState | '';
    keepInAddress('state', this.state);
  };

  async #open(row: Delivery): Promise<void> {
    await this.#try(async () => {
      const file = await read<DeliveryFile>(this.#path(`/deliveries/${row.message}`));
      await showDialog(typeWords(row.type), html`
        <ol class="history">${file.log.map(({ at, outcome, status, tookMillis }) => html`<li>
          <time datetime=${at}>${moment(at)}</time>
          <span>${say.outcomes[outcome.toUpperCase().replace('-', '_')] ?? outcome}${status ? ` (${status})` : ''},
            ${say.took(count(tookMillis))}</span></li>`)}</ol>
        <h3>${say.payload}</h3><pre tabindex="0">${JSON.stringify(file.payload, null, 2)}</pre>`, say.close);
    });
  }

  async #again(row: Delivery): Promise<void> {
    await this.#try(async () => {
      await send('POST', this.#path(`/deliveries/${row.message}/replay`));
      toast(say.againDone);
    });
  }

  #againSince = async (): Promise<void> => {
    const done = await openForm<{ messages: number }>({
      title: say.againSince, text: say.againSinceText, verb: say.again,
      fields: [{ name: 'since', label: say.sinceWhen, type: 'datetime-local', required: true,
        value: localTime(new Date(Date.now() - WEEK).toISOString()) }],
      submit: (values) => send('POST', this.#path('/replays'), values),
    });
    if (done) toast(say.againSinceDone(done.messages));
  };

  #test = (): Promise<void> => this.#try(async () => {
    await send('POST', this.#path('/test'));
    toast(say.tested);
  });

  async #edit(webhook: Webhook): Promise<void> {
    const done = await openForm({
      title: say.edit, verb: say.save, fields: webhookFields(webhook), submit: (values) => send('PATCH', this.#path(),
        webhookBody(values)),
    });
    if (done) toast(say.saved);
  }

  #switch(enabled: boolean): Promise<void> {
    return this.#try(async () => {
      await send('PATCH', this.#path(), { enabled });
      toast(enabled ? say.onDone : say.offDone, { undo: () => send('PATCH', this.#path(), { enabled: !enabled }) });
    });
  }

  #rotate = async (): Promise<void> => {
    if (!await confirmAction({ title: say.rotateTitle, consequence: say.rotateText, verb: say.rotateVerb })) return;
    await this.#try(async () => {
      const { secret } = await send<{ secret: string }>('POST', this.#path('/secret'));
      await showOnce(say.once, say.onceText, secret);
    });
  };

  #remove = async (): Promise<void> => {
    if (!await confirmAction({ title: say.removeTitle, consequence: say.removeText, verb: say.remove,
      danger: true })) return;
    await this.#try(async () => {
      await send('DELETE', this.#path());
      toast(say.removed);
      go(`/admin/webhooks?organization=${encodeURIComponent(this.params.organization!)}`);
    });
  };

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.failed = undefined;
      await work();
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      this.failed = problem;
    }
  }

  #path(rest = ''): string {
    return ofOrganization(this.params.organization!, `/webhooks/${encodeURIComponent(this.params.webhook!)}${rest}`);
  }
}

customElements.define('webhook-page', WebhookPage);
