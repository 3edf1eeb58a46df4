import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { read, Refusal } from '../http.js';
import { Island } from '../island.js';
import { language } from '../language.js';
import { settingsWords as say } from './settings-words.js';

interface Setting {
  property: string;
  variable: string;
  value: string | null;
  isSet: boolean;
  standard: string | null;
  unit: string | null;
  bounds: string | null;
  secret: boolean;
  meaning: Record<string, string>;
}

interface Row extends Setting {
  service: string;
}

const services = ['ticketing', 'waiting-room'] as const;

/** What the services are set to, what that means, and where it is changed. */
class SystemSettings extends Island {
  static override properties = { rows: { state: true }, problems: { state: true } };

  declare rows: Row[] | undefined;
  declare problems: { service: string; problem: Refusal }[];

  constructor() {
    super();
    this.problems = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    const problems: { service: string; problem: Refusal }[] = [];
    const lists = await Promise.all(services.map(async (service) => {
      try {
        const { items } = await read<{ items: Setting[] }>(`/${service}/system/settings`);
        return items.map((setting) => ({ ...setting, service }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problems.push({ service, problem: error });
        return [];
      }
    }));
    this.problems = problems;
    this.rows = lists.flat();
  }

  protected override render() {
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div></header>
      ${this.problems.map(({ service, problem }) => html`<p>${say.notRead(say.services[service] ?? service)}</p>
        <problem-note .problem=${problem} .retry=${() => this.#load()}></problem-note>`)}
      <details class="card"><summary>${say.howTo}</summary><p>${say.howToText}</p><p>${say.elsewhere}</p></details>
      <data-table name="settings" caption=${say.title} .columns=${columns} .rows=${this.rows} .rowKey=${(row: Row) => row.service + row.property}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>`;
  }
}

const meaning = (row: Row): string => row.meaning[language] ?? row.meaning['en'] ?? '';

const shown = (row: Row): string => row.value === null ? say.notSet : row.secret ? say.secretSet : row.value;

const columns: Column<Row>[] = [
  { key: 'service', label: say.service, sort: (row) => row.service, cell: (row) => say.services[row.service] ?? row.service },
  {
    key: 'property', label: say.name, sort: (row) => row.property, text: (row) => `${row.property} ${row.variable}`,
    cell: (row) => html`<span class="setting"><strong class="break">${row.property}</strong><small class="break"><code>${row.variable}</code></small></span>`,
  },
  {
    key: 'value', label: say.value, sort: shown,
    cell: (row) => html`<span><span class=${row.value === null ? 'muted' : 'break'}>${shown(row)}</span>
      ${row.isSet ? html` <span class="chip">${say.fromEnvironment}</span>` : nothing}</span>`,
  },
  { key: 'standard', label: say.standard, sort: (row) => row.standard ?? '', cell: (row) => html`<span class="break">${row.standard || '–'}</span>` },
  { key: 'bounds', label: say.bounds, sort: (row) => row.bounds ?? '', cell: (row) => [row.bounds, row.unit].filter(Boolean).join(' ') || '–' },
  { key: 'meaning', label: say.meaning, sort: meaning, cell: meaning },
];

customElements.define('system-settings', SystemSettings);
