import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { count, moment } from '../format.js';
import { readAll, Refusal } from '../http.js';
import { nameOf, people } from '../audit/people.js';
import { Island } from '../island.js';
import type { Entry } from './defense-data.js';
import { defenseHead } from './defense-frame.js';
import { defenseWords as say } from './defense-words.js';
import { addEntry, removeEntry, type List } from './list-entry.js';

const pauseMillis = 5000;

/** Who always passes and who never does, each with why, until when, and how often it was met. */
class ListsPage extends Island {
  static override properties = { allow: { state: true }, block: { state: true }, problem: { state: true }, names: { state: true } };

  declare allow: Entry[] | undefined;
  declare block: Entry[] | undefined;
  declare problem: Refusal | undefined;
  declare names: Map<string, string>;
  #timer = 0;

  constructor() {
    super();
    this.names = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void people().then((names) => { this.names = names; });
    void this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #follow(): Promise<void> {
    if (!document.hidden) await this.#load();
    if (this.isConnected) this.#timer = window.setTimeout(() => void this.#follow(), pauseMillis);
  }

  #load = async (): Promise<void> => {
    try {
      [this.block, this.allow] = await Promise.all([
        readAll<Entry>('/waiting-room/defense/lists/block'), readAll<Entry>('/waiting-room/defense/lists/allow')]);
      this.problem = undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  };

  protected override render() {
    return html`
      ${defenseHead(nothing)}
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      ${this.#section('block', say.block, say.blockText, this.block)}
      ${this.#section('allow', say.allow, say.allowText, this.allow)}`;
  }

  #section(list: List, heading: string, text: string, entries: Entry[] | undefined) {
    return html`<section aria-labelledby="${list}-heading"><h2 id="${list}-heading">${heading}</h2><p class="muted">${text}</p>
      <p class="actions"><button @click=${() => this.#add(list)}>${list === 'allow' ? say.addAllow : say.addBlock}</button></p>
      <data-table name=${list} caption=${heading} .columns=${this.#columns(list)} .rows=${entries}
        .empty=${{ title: say.noEntries, text: say.noEntriesText }}></data-table></section>`;
  }

  #columns(list: List): Column<Entry>[] {
    return [
      { key: 'entry', label: say.entry, sort: (entry) => entry.entry, cell: (entry) => html`<code class="break">${entry.entry}</code>` },
      { key: 'reason', label: say.reason, sort: (entry) => entry.reason, cell: (entry) => html`<span class="break">${entry.reason}</span>` },
      { key: 'hits', label: say.hits, align: 'end', sort: (entry) => entry.hits, cell: (entry) => count(entry.hits) },
      {
        key: 'expiresAt', label: say.expires, sort: (entry) => entry.expiresAt,
        cell: (entry) => Date.parse(entry.expiresAt) < Date.now() ? html`<span class="chip">${say.over}</span>` : moment(entry.expiresAt),
      },
      { key: 'author', label: say.author, sort: (entry) => this.#by(entry), cell: (entry) => this.#by(entry) },
      { key: 'createdAt', label: say.when, sort: (entry) => entry.createdAt, cell: (entry) => moment(entry.createdAt) },
      { key: 'deeds', label: '', cell: (entry) => html`<button class="quiet" aria-label="${say.remove}: ${entry.entry}" @click=${() => this.#remove(list, entry)}>${say.remove}</button>` },
    ];
  }

  #by({ author }: Entry): string {
    return nameOf(author, this.names, say.you);
  }

  async #add(list: List): Promise<void> {
    if (await addEntry(list)) await this.#load();
  }

  async #remove(list: List, entry: Entry): Promise<void> {
    try {
      await removeEntry(list, entry);
      await this.#load();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

customElements.define('lists-page', ListsPage);
