import { html, nothing, type TemplateResult } from 'lit';
import { column, figure, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { openForm } from '../dialogs.js';
import { day } from '../format.js';
import { field, valuesOf } from '../forms.js';
import { Refusal, save, send } from '../http.js';
import { ofOrganization, type CustomerRecord, type Erasure } from './api.js';
import { OrganizationPage } from './organization-page.js';
import { say } from './privacy-words.js';

/** What is kept of a buyer, handed out or forgotten. The address stands nowhere but in this page's memory. */
export class PrivacyPage extends OrganizationPage {
  static override properties: typeof OrganizationPage.properties = {
    ...OrganizationPage.properties, record: { state: true }, erasure: { state: true }, busy: { state: true },
  };

  declare record: CustomerRecord | undefined;
  declare erasure: Erasure | undefined;
  declare busy: boolean;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('organization')) this.record = this.erasure = undefined;
  }

  protected override get heading(): string {
    return say.title;
  }

  protected override content(): TemplateResult {
    return html`<section class="card"><p class="hint">${say.hint}</p>
        <form @submit=${this.#look}>
          ${field({ name: 'email', label: say.email, hint: say.emailHint, type: 'email', required: true,
            maxlength: 254, autocomplete: 'off',
    value: this.record?.email })}
          <p class="actions"><button type="submit" class="primary" ?disabled=${this.busy}>${say.look}</button></p>
        </form></section>
      ${this.erasure ? this.#erased(this.erasure) : nothing}${this.record ? this.#found(this.record) : nothing}`;
  }

  #found(record: CustomerRecord) {
    const { orders, ticketsFromOthers, waitingLists } = record;
    type Order = (typeof orders)[number];
    if (orders.length + ticketsFromOthers.length + waitingLists.length === 0) {
      return html`<empty-state .heading=${say.nothing} .text=${say.nothingText}></empty-state>`;
    }
    const columns: Column<Order>[] = [
      column('code', say.order, (row) => row.code,
        (row) => html`<a href="/admin/events/${row.eventId}/orders/${row.code}">${row.code}</a>`),
      column('event', say.event, (row) => row.event), time('startsAt', say.date, (row) => row.startsAt, day),
      column('state', say.state, (row) => row.state), figure('seats', say.seats, (row) => row.seats),
    ];
    return html`<section class="card"><h2>${say.answer}</h2>
      <ul><li>${say.found(orders.length)}</li><li>${say.others(ticketsFromOthers.length)}</li>
        <li>${say.lines(waitingLists.length)}</li></ul>
      ${orders.length ? html`<data-table name="customer" .columns=${columns} .rows=${orders}
        .rowKey=${(row: Order) => row.code}></data-table>` : nothing}
      <div class="actions"><button type="button" @click=${() => this.#save(record)}>${say.save}</button>
        <button type="button" class="danger"
          @click=${() => this.#forget(record)}>${say.forget}</button></div></section>`;
  }

  #erased({ erased, kept }: Erasure) {
    return html`<section class="card" role="status"><p class="notice good">${say.erased(erased.length)}</p>
      ${kept.length ? html`<h3>${say.kept}</h3><ul>${kept.map(({ order, reason }) => html`<li>
        <code>${order}</code>: ${say.reasons[reason]}</li>`)}</ul>` : nothing}</section>`;
  }

  #look = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    const values = valuesOf(submit.currentTarget as HTMLFormElement);
    this.busy = true;
    this.erasure = undefined;
    await this.attempt(async () => {
      this.record = await send<CustomerRecord>('POST', ofOrganization(this.organization, '/customers/export'), values);
    });
    this.busy = false;
  };

  #save(record: CustomerRecord): void {
    save(new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' }), 'customer.json');
  }

  async #forget(record: CustomerRecord): Promise<void> {
    const erasure = await openForm<Erasure>({
      title: say.forgetTitle, text: say.forgetText, verb: say.forgetVerb, danger: true,
      fields: [
        { name: 'upcomingToo', label: say.upcomingToo, hint: say.upcomingHint, type: 'checkbox' },
        { name: 'typed', label: say.typed, type: 'email', required: true, autocomplete: 'off' },
      ],
      submit: async ({ typed, upcomingToo }) => {
        if (typed.toLowerCase() !== record.email.toLowerCase()) throw new Refusal(0, { title: say.differs,
          detail: say.differsText });
        return send('POST', ofOrganization(this.organization, '/customers/erasure'), { email: record.email,
          upcomingToo });
      },
    });
    if (!erasure) return;
    this.erasure = erasure;
    this.record = undefined;
  }
}

customElements.define('privacy-page', PrivacyPage);
