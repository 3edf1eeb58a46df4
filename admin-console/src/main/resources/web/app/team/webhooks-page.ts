import { html, nothing } from 'lit';
import { column, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { openForm } from '../dialogs.js';
import { moment } from '../format.js';
import type { Field } from '../forms.js';
import { send } from '../http.js';
import { Live } from '../live.js';
import { ofOrganization, type Page, type Webhook } from './api.js';
import { OrganizationPage } from './organization-page.js';
import { showOnce } from './show-once.js';
import { say } from './webhooks-words.js';

/** What receivers can be told of; a test is sent on demand. */
const types = ['order.paid', 'order.refunded', 'ticket.checked_in', 'event.published', 'event.cancelled'];

export const typeWords = (type: string): string => say.types[type] ?? type;

/** The fields of a webhook's form; what is told is a checkbox for each kind. */
export const webhookFields = (known?: Webhook): Field[] => [
  { name: 'url', label: say.url, hint: say.urlHint, type: 'url', required: true, maxlength: 500,
    value: known?.url ?? 'https://' },
  { name: 'description', label: say.description, maxlength: 200, value: known?.description },
  ...types.map((type) => ({
    name: type, label: `${typeWords(type)} (${type})`, type: 'checkbox' as const, value: known
      ? known.eventTypes.includes(type) : type === 'order.paid',
  })),
];

export const webhookBody = ({ url, description, ...chosen }: Record<string, any>) =>
  ({ url, description: description ?? '', eventTypes: types.filter((type) => chosen[type]) });

export function standing(row: Webhook): { tone: string; words: string; cure: string } {
  if (row.disabledAt) {
    const reason = row.disabledReason ?? 'BY_STAFF';
    return { tone: reason === 'BY_STAFF' ? '' : 'bad', words: say.disabled[reason], cure: say.cures[reason] };
  }
  return row.failingSince ? { tone: 'warn', words: say.failing(moment(row.failingSince)), cure: say.cures.failing }
    : { tone: 'good', words: say.good, cure: '' };
}

/** The receivers of an organization. */
export class WebhooksPage extends OrganizationPage {
  #webhooks = new Live<Page<Webhook>>(this, () => (this.organization
    ? ofOrganization(this.organization, '/webhooks?limit=200') : undefined), 5);

  protected override get heading(): string {
    return say.title;
  }

  protected override content() {
    const add = html`<button type="button" class="primary" @click=${this.#add}>${say.add}</button>`;
    const webhooks = this.#webhooks.value?.items;
    const columns: Column<Webhook>[] = [
      column('url', say.url, (row) => row.url,
        (row) => html`<a class="long" href="/admin/webhooks/${this.organization}/${row.id}">${row.url}</a>`),
      column('description', say.description, (row) => row.description || '–'), column('types', say.tellOf, told),
      column('state', say.state, (row) => standing(row).words, (row) => html`<div class="stack">
        <span class="chip ${standing(row).tone}">${standing(row).words}</span>
        ${standing(row).cure ? html`<p class="hint">${standing(row).cure}</p>` : nothing}</div>`),
      time('createdAt', say.since, (row) => row.createdAt),
    ];
    return html`<section class="card"><p class="hint">${say.hint}</p>
      ${this.#webhooks.problem ? html`<problem-note .problem=${this.#webhooks.problem}></problem-note>` : nothing}
      ${webhooks?.length ? html`<div class="actions">${add}</div>` : nothing}
      <data-table name="webhooks" .columns=${columns} .rows=${webhooks} .empty=${{ title: say.none, text: say.noneText,
        action: add }}></data-table>
    </section>`;
  }

  #add = async (): Promise<void> => {
    const made = await openForm<{ secret: string }>({
      title: say.add, verb: say.create, fields: webhookFields(),
      submit: (values) => send('POST', ofOrganization(this.organization, '/webhooks'), webhookBody(values)),
    });
    if (made) await showOnce(say.once, say.onceText, made.secret);
  };
}

const told = (row: Webhook): string => row.eventTypes.map(typeWords).join(', ');

customElements.define('webhooks-page', WebhooksPage);
