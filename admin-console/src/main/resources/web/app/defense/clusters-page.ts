import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { count, moment } from '../format.js';
import { readAll, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { clusterWords as say } from './cluster-words.js';

interface Edge {
  kind: string;
  mark: string;
  orders: string[];
}

interface Cluster {
  id: string;
  addresses: number;
  seats: number;
  orders: string[];
  edges: Edge[];
}

interface Cut {
  kind: string;
  mark: string;
  reason: string;
  by: string;
  at: string;
}

/** Buyers of an event who are taken for one, by what, and the way to take a family apart. */
class ClustersPage extends Island {
  static override properties = { ...Island.properties, clusters: { state: true }, cuts: { state: true }, problem: { state: true } };

  declare clusters: Cluster[] | undefined;
  declare cuts: Cut[] | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  get #path(): string {
    return `/ticketing/events/${this.params['event']}/buyer-clusters`;
  }

  #load = (): Promise<void> => this.#try(async () => {
    [this.clusters, this.cuts] = await Promise.all([readAll<Cluster>(this.#path), readAll<Cut>(`${this.#path}/cuts`)]);
  });

  readonly #columns: Column<Cluster>[] = [
    { key: 'seats', label: say.seats, align: 'end', sort: ({ seats }) => seats, cell: ({ seats }) => count(seats) },
    { key: 'addresses', label: say.addresses, align: 'end', sort: ({ addresses }) => addresses, cell: ({ addresses }) => count(addresses) },
    {
      key: 'orders', label: say.orders, sort: ({ orders }) => orders.length, text: ({ orders }) => orders.join(' '),
      cell: ({ orders }) => html`${orders.map((order) => html`<code>${order}</code> `)}`,
    },
    {
      key: 'edges', label: say.edges, text: ({ edges }) => edges.map(({ kind }) => kind).join(' '),
      cell: ({ edges }) => html`<ul class="edges">${edges.map((edge) => html`<li>${say.kinds[edge.kind] ?? edge.kind}
        <small>${edge.orders.join(', ')}</small>
        ${edge.kind === 'MAILBOX' ? nothing : html`<button class="quiet" aria-label="${say.cut} ${edge.mark.slice(0, 8)}" @click=${() => this.#cut(edge)}>${say.cut}</button>`}</li>`)}</ul>`,
    },
  ];

  readonly #cutColumns: Column<Cut>[] = [
    { key: 'kind', label: say.edges, sort: ({ kind }) => kind, cell: ({ kind }) => say.kinds[kind] ?? kind },
    { key: 'reason', label: say.reason, sort: ({ reason }) => reason, cell: ({ reason }) => html`<span class="break">${reason}</span>` },
    { key: 'at', label: say.when, sort: ({ at }) => at, cell: ({ at }) => moment(at) },
    { key: 'deeds', label: '', cell: (cut) => html`<button class="quiet" aria-label="${say.mend} ${cut.mark.slice(0, 8)}" @click=${() => this.#mend(cut)}>${say.mend}</button>` },
  ];

  protected override render() {
    return html`
      <h2>${say.title}</h2><p class="muted">${say.intro}</p>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      <data-table name="clusters" caption=${say.title} .columns=${this.#columns} .rows=${this.clusters}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>
      ${this.cuts?.length ? html`<h2>${say.cuts}</h2>
        <data-table name="cuts" caption=${say.cuts} .columns=${this.#cutColumns} .rows=${this.cuts} .rowKey=${(cut: Cut) => cut.kind + cut.mark}></data-table>` : nothing}`;
  }

  async #cut({ kind, mark }: Edge): Promise<void> {
    const done = await openForm({
      title: say.cutTitle, text: say.cutText, verb: say.cut, fields: [{ name: 'reason', label: say.reason, required: true, maxlength: 500 }],
      submit: async ({ reason }) => {
        await send('POST', `${this.#path}/cuts`, { kind, mark, reason });
        return true;
      },
    });
    if (!done) return;
    toast(say.done, { undo: async () => { await this.#linkAgain(kind, mark); } });
    await this.#load();
  }

  async #mend({ kind, mark }: Cut): Promise<void> {
    if (!await confirmAction({ title: say.mendTitle, consequence: say.mendText, verb: say.mend })) return;
    await this.#try(() => this.#linkAgain(kind, mark));
  }

  async #linkAgain(kind: string, mark: string): Promise<void> {
    await send('DELETE', `${this.#path}/cuts/${kind}/${mark}`);
    await this.#load();
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

customElements.define('clusters-page', ClustersPage);
