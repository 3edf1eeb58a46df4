import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { openForm } from '../dialogs.js';
import { count, moment, span } from '../format.js';
import { read, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { fromAddress, keepInAddress } from '../pages.js';
import { isAdmin, session } from '../session.js';
import { toast } from '../toast.js';
import type { Appeal } from './defense-data.js';
import { reviewWords as say } from './review-words.js';

interface Release {
  id: string;
  title: string;
  organizationId: string;
  phase: string;
}

interface Lane {
  items: { place: number; since: string }[];
  waiting: number;
}

/** The places that wait for somebody to look, and the fans who say that they were refused wrongly. */
class ReviewPage extends Island {
  static override properties = { releases: { state: true }, problem: { state: true } };

  declare releases: Release[] | undefined;
  declare problem: Refusal | undefined;
  readonly #lane = new Live<Lane>(this, () => this.#release ? `/waiting-room/releases/${this.#release}/reviews` : undefined, 3);
  readonly #appeals = new Live<{ items: Appeal[] }>(this, () => isAdmin() ? '/waiting-room/defense/appeals?limit=200' : undefined, 5);

  get #release(): string | undefined {
    return fromAddress('release') || this.releases?.[0]?.id;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  /** Those of the reader's own organizations. */
  #load = (): Promise<void> => this.#try(async () => {
    const { items } = await read<{ items: Release[] }>('/waiting-room/releases?limit=200');
    const { organizations } = session();
    this.releases = items.filter(({ organizationId }) => isAdmin() || organizationId in organizations);
  });

  readonly #appealColumns: Column<Appeal>[] = [
    { key: 'at', label: say.when, sort: (appeal) => appeal.at, cell: (appeal) => moment(appeal.at) },
    { key: 'message', label: say.message, sort: (appeal) => appeal.message, cell: (appeal) => html`<span class="break">${appeal.message}</span>` },
    {
      key: 'reference', label: say.decision, sort: (appeal) => appeal.reference,
      cell: (appeal) => html`<a href="/admin/defense/decisions/${appeal.reference}">${appeal.reference}</a>`,
    },
    {
      key: 'scope', label: say.scope, sort: (appeal) => appeal.scope, text: (appeal) => `${appeal.scope} ${appeal.place ?? ''}`,
      cell: (appeal) => html`<span class="break">${appeal.scope || '–'}${appeal.place ? html`<small>${say.place} ${count(appeal.place)}</small>` : nothing}</span>`,
    },
    {
      key: 'state', label: say.state, sort: (appeal) => appeal.state, text: (appeal) => `${say.states[appeal.state]} ${appeal.reason}`,
      cell: (appeal) => html`<span><span class="chip ${appeal.state === 'OPEN' ? 'warn' : appeal.state === 'GRANTED' ? 'good' : ''}">${say.states[appeal.state]}</span>
        ${appeal.reason ? html`<small>${appeal.reason}</small>` : nothing}</span>`,
    },
    {
      key: 'deeds', label: '',
      cell: (appeal) => html`<span class="row-actions"><button class="quiet" aria-label="${say.grant} ${appeal.reference}" @click=${() => this.#answer(appeal, true)}>${say.grant}</button>
        <button class="quiet" aria-label="${say.reject} ${appeal.reference}" @click=${() => this.#answer(appeal, false)}>${say.reject}</button></span>`,
    },
  ];

  protected override render() {
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div>
        <data-age .at=${this.#lane.readAt} every="3"></data-age></header>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      ${this.#reviews()}
      <section aria-labelledby="appeals-heading"><h2 id="appeals-heading">${say.appeals}</h2>
        ${isAdmin() ? this.#appealList() : html`<p class="muted">${say.adminsAnswer}</p>`}</section>`;
  }

  #reviews() {
    const lane = this.#lane.value;
    if (this.releases?.length === 0) return html`<empty-state .heading=${say.noRelease} .text=${say.noReleaseText}></empty-state>`;
    return html`<section aria-labelledby="lane-heading"><h2 id="lane-heading">${say.lane}</h2><p class="muted">${say.laneText}</p>
      <div class="columns"><div class="field"><label for="review-release">${say.release}</label>
        <select id="review-release" @change=${this.#chosen}>${(this.releases ?? []).map(({ id, title }) => html`
          <option value=${id} ?selected=${id === this.#release}>${title || id}</option>`)}</select></div>
        <p class="actions"><button ?disabled=${!this.#release} @click=${() => this.#putAside()}>${say.aside}</button></p></div>
      ${this.#lane.problem ? html`<problem-note .problem=${this.#lane.problem}></problem-note>` : nothing}
      <data-table name="lane" caption=${say.lane} .columns=${this.#laneColumns} .rows=${lane?.items} .rowKey=${(row: { place: number }) => row.place}
        .empty=${{ title: say.laneNone, text: say.laneNoneText }}></data-table></section>`;
  }

  readonly #laneColumns: Column<Lane['items'][number]>[] = [
    { key: 'place', label: say.place, align: 'end', sort: ({ place }) => place, cell: ({ place }) => count(place) },
    { key: 'since', label: say.since, sort: ({ since }) => since, cell: ({ since }) => say.waiting(span((Date.now() - Date.parse(since)) / 1000)) },
    { key: 'deeds', label: '', cell: ({ place }) => html`<button aria-label="${say.letGo}: ${place}" @click=${() => this.#letGo(place)}>${say.letGo}</button>` },
  ];

  #chosen = (event: Event): void => {
    keepInAddress('release', (event.target as HTMLSelectElement).value);
    this.requestUpdate();
  };

  #review(place: number, step: 'BEGIN' | 'END', release = this.#release): Promise<void> {
    return send('POST', `/waiting-room/releases/${release}/places/${place}/review`, { step });
  }

  async #letGo(place: number): Promise<void> {
    await this.#try(async () => {
      await this.#review(place, 'END');
      toast(say.letGone(count(place)), { undo: () => this.#review(place, 'BEGIN') });
    });
  }

  async #putAside(): Promise<void> {
    const place = await openForm<number>({
      title: say.asideTitle, text: say.asideText, verb: say.asideVerb, fields: [{ name: 'place', label: say.place, type: 'number', min: 1, required: true }],
      submit: async (values) => {
        await this.#review(values['place'], 'BEGIN');
        return values['place'];
      },
    });
    if (place) toast(say.asideDone(count(place)), { undo: () => this.#review(place, 'END') });
  }

  #appealList() {
    return html`<p class="muted">${say.appealsText}</p>
      ${this.#appeals.problem ? html`<problem-note .problem=${this.#appeals.problem}></problem-note>` : nothing}
      <p class="actions"><button @click=${() => this.#forFan()}>${say.forFan}</button></p>
      <data-table name="appeals" caption=${say.appeals} .columns=${this.#appealColumns} .rowKey=${(appeal: Appeal) => appeal.reference}
        .rows=${this.#appeals.value && [...this.#appeals.value.items].sort((one, other) => Number(other.state === 'OPEN') - Number(one.state === 'OPEN'))}
        .empty=${{ title: say.appealNone, text: say.appealNoneText }}></data-table>`;
  }

  async #answer(appeal: Appeal, granted: boolean): Promise<void> {
    const done = await openForm({
      title: granted ? say.grantTitle : say.rejectTitle, text: granted ? say.grantText : say.rejectText, verb: granted ? say.grant : say.reject, danger: !granted,
      fields: [{ name: 'reason', label: say.reason, required: true, maxlength: 500 }],
      submit: async ({ reason }) => {
        await send('POST', `/waiting-room/defense/appeals/${appeal.reference}/answer`, { granted, reason });
        if (granted && appeal.place && this.releases?.some(({ id }) => id === appeal.scope)) {
          await this.#review(appeal.place, 'END', appeal.scope).catch(passing);
        }
        return true;
      },
    });
    if (done) toast(granted ? say.granted : say.rejected);
  }

  async #forFan(): Promise<void> {
    const done = await openForm({
      title: say.forFanTitle, text: say.forFanText, verb: say.forFanVerb,
      fields: [
        { name: 'reference', label: say.reference, required: true, maxlength: 20 },
        { name: 'message', label: say.message, type: 'textarea', required: true, maxlength: 2000 },
        { name: 'place', label: say.placeOptional, type: 'number', min: 1 },
      ],
      submit: async (values) => send('POST', '/waiting-room/defense/appeals', values),
    });
    if (done) toast(say.forFanDone);
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

/** A place that was not put aside needs nothing: the appeal is granted all the same. */
function passing(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

customElements.define('review-page', ReviewPage);
