import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { clock, count } from '../format.js';
import { field, valuesOf } from '../forms.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { fromAddress, go, keepInAddress } from '../pages.js';
import { verdicts, verdictTone, type Decision } from './defense-data.js';
import { defenseHead } from './defense-frame.js';
import { defenseWords as say } from './defense-words.js';
import './stance-card.js';

const most = 100;
const filters = ['verdict', 'action', 'signal', 'address', 'device', 'scope', 'shadowed'] as const;
const actions = ['view', 'join', 'claim', 'hold', 'pay'];

/** The decisions as they are made, each with why, and the stance of the whole. */
class DecisionsPage extends Island {
  static override properties = { still: { state: true } };

  /** What was shown when the reader held the list still. */
  declare still: Decision[] | undefined;
  readonly #decisions = new Live<{ items: Decision[] }>(this, () => `/waiting-room/defense/decisions?${this.#query()}`, 2);

  #query(): URLSearchParams {
    const query = new URLSearchParams({ limit: String(most) });
    for (const name of filters) if (fromAddress(name)) query.set(name, fromAddress(name));
    return query;
  }

  readonly #columns: Column<Decision>[] = [
    {
      key: 'at', label: say.when, sort: (decision) => decision.at,
      cell: (decision) => html`<a href="/admin/defense/decisions/${decision.reference}"><time datetime=${decision.at}>${clock(decision.at)}</time></a>`,
    },
    {
      key: 'verdict', label: say.verdict, sort: (decision) => verdicts.indexOf(decision.verdict), text: (decision) => say.verdictWords[decision.verdict] ?? '',
      cell: (decision) => html`<span><span class="chip ${verdictTone(decision.verdict)}">${say.verdictWords[decision.verdict]}</span>
        ${decision.unshadowed && decision.unshadowed.verdict !== decision.verdict
    ? html`<small>${say.wouldBe(say.verdictWords[decision.unshadowed.verdict] ?? '')}</small>` : nothing}</span>`,
    },
    { key: 'action', label: say.action, sort: (decision) => decision.action, cell: (decision) => say.actionWords[decision.action] ?? decision.action },
    { key: 'risk', label: say.risk, align: 'end', sort: (decision) => decision.risk, cell: (decision) => String(decision.risk) },
    {
      key: 'why', label: say.why, sort: why, text: why,
      cell: (decision) => decision.signals.length === 0 ? html`<span class="muted">${say.nothingSeen}</span>`
        : html`<span class="signals">${strongest(decision).map((signal) => html`
          <button class="chip ${signal.mode === 'SHADOW' ? 'faint' : ''}" title=${signal.evidence} @click=${() => this.#filter('signal', signal.id)}>${signal.id} ${signal.points}</button>`)}</span>`,
    },
    {
      key: 'address', label: say.network, sort: (decision) => decision.address,
      cell: (decision) => decision.address ? html`<button class="quiet link" @click=${() => this.#filter('address', decision.address)}>${decision.address}</button>` : '–',
    },
    {
      key: 'device', label: say.device, sort: (decision) => decision.device,
      cell: (decision) => decision.device ? html`<button class="quiet link" aria-label=${decision.device} @click=${() => this.#filter('device', decision.device)}>${decision.device.slice(0, 8)}…</button>` : '–',
    },
    { key: 'scope', label: say.scope, sort: (decision) => decision.scope, cell: (decision) => html`<span class="break">${decision.scope || '–'}</span>` },
  ];

  protected override render() {
    const rows = this.still ?? this.#decisions.value?.items;
    return html`
      ${defenseHead(html`<data-age .at=${this.#decisions.readAt}></data-age>`)}
      <stance-card></stance-card>
      ${this.#form()}
      ${this.#decisions.problem ? html`<problem-note .problem=${this.#decisions.problem}></problem-note>` : nothing}
      <p class="actions"><button aria-pressed=${this.still ? 'true' : 'false'} @click=${this.#hold}>${this.still ? say.goOn : say.pause}</button>
        <span class="muted">${say.newest(count(most))}</span></p>
      <data-table name="decisions" caption=${say.decisions} .columns=${this.#columns} .rows=${rows} .rowKey=${(row: Decision) => row.reference}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>
      <p class="muted">${say.chainIn} <a href="/admin/audit">${say.openAudit}</a></p>`;
  }

  #form() {
    const choice = (values: readonly string[], labels: Record<string, string>) => [{ value: '', label: say.any },
      ...values.map((value) => ({ value, label: labels[value.toUpperCase()] ?? value }))];
    return html`<details class="card" ?open=${filters.some((name) => fromAddress(name) !== '')}><summary>${say.filter}</summary>
      <form class="columns" @submit=${this.#searched} @change=${this.#changed}>
        ${field({ name: 'verdict', label: say.verdict, type: 'select', options: choice(verdicts, say.verdictWords), value: fromAddress('verdict') }, undefined, 'decisions')}
        ${field({ name: 'action', label: say.action, type: 'select', options: choice(actions, say.actionWords), value: fromAddress('action') }, undefined, 'decisions')}
        ${field({ name: 'signal', label: say.signal, value: fromAddress('signal') }, undefined, 'decisions')}
        ${field({ name: 'address', label: say.network, value: fromAddress('address') }, undefined, 'decisions')}
        ${field({ name: 'device', label: say.device, value: fromAddress('device') }, undefined, 'decisions')}
        ${field({ name: 'scope', label: say.scope, value: fromAddress('scope') }, undefined, 'decisions')}
        ${field({ name: 'shadowed', label: say.shadowed, type: 'checkbox', value: fromAddress('shadowed') }, undefined, 'decisions')}
        <p class="actions"><button type="submit">${say.search}</button></p>
      </form>
      <form class="columns" @submit=${this.#open}>${field({ name: 'reference', label: say.find, required: true, maxlength: 20 }, undefined, 'find')}
        <p class="actions"><button type="submit">${say.open}</button></p></form></details>`;
  }

  #searched = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#read(event.target as HTMLFormElement);
  };

  #changed = (event: Event): void => this.#read((event.currentTarget as HTMLFormElement));

  #read(form: HTMLFormElement): void {
    const wanted = valuesOf(form);
    for (const name of filters) keepInAddress(name, wanted[name] === true ? 'true' : wanted[name] || '');
    this.still = undefined;
    this.requestUpdate();
  }

  #open = (event: SubmitEvent): void => {
    event.preventDefault();
    go(`/admin/defense/decisions/${encodeURIComponent(valuesOf(event.target as HTMLFormElement)['reference'])}`);
  };

  #filter(name: typeof filters[number], value: string): void {
    keepInAddress(name, value);
    this.still = undefined;
    this.requestUpdate();
  }

  #hold = (): void => {
    this.still = this.still ? undefined : this.#decisions.value?.items ?? [];
  };
}

const strongest = (decision: Decision) => [...decision.signals].sort((one, other) => other.points - one.points).slice(0, 4);

const why = (decision: Decision): string => strongest(decision).map(({ id, evidence }) => `${id} ${evidence}`).join(' ');

customElements.define('decisions-page', DecisionsPage);
