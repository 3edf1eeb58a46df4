import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { clock, moment, span } from '../format.js';
import { Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import type { Board } from './board-data.js';
import { keysWords as say } from './keys-words.js';

interface Key {
  kid: string;
  state: 'PUBLISHED' | 'ACTIVE' | 'RETIRING';
  activatesAt: string;
  retiresAt: string | null;
}

interface Keys {
  items: Key[];
  rotationDueAt: string | null;
  publicationSeconds: number;
  overlapSeconds: number;
}

/** The keys that sign, their rotation, and what is taken back when something got into wrong hands. */
class KeysPage extends Island {
  static override properties = { problem: { state: true } };

  declare problem: Refusal | undefined;
  readonly #keys = new Live<Keys>(this, () => '/waiting-room/keys', 5);
  readonly #board = new Live<Board>(this, () => '/waiting-room/board', 15);

  readonly #columns: Column<Key>[] = [
    { key: 'kid', label: say.key, sort: (key) => key.kid, cell: (key) => html`<code>${key.kid}</code>` },
    {
      key: 'state', label: say.state, sort: (key) => key.state, text: (key) => say.states[key.state] ?? key.state,
      cell: (key) => html`<span class="chip ${key.state === 'ACTIVE' ? 'good' : ''}">${say.states[key.state] ?? key.state}</span>`,
    },
    { key: 'activatesAt', label: say.from, sort: (key) => key.activatesAt, cell: (key) => moment(key.activatesAt) },
    { key: 'retiresAt', label: say.until, sort: (key) => key.retiresAt ?? '', cell: (key) => key.retiresAt ? moment(key.retiresAt) : say.whileUsed },
    { key: 'deeds', label: '', cell: (key) => html`<button class="quiet" aria-label="${say.revoke} ${key.kid}" @click=${() => this.#revoke(key)}>${say.revoke}</button>` },
  ];

  protected override render() {
    const keys = this.#keys.value;
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div>
        <data-age .at=${this.#keys.readAt} every="5"></data-age></header>
      ${this.#keys.problem ? html`<problem-note .problem=${this.#keys.problem}></problem-note>` : nothing}
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      <p class="actions"><button class="primary" ?disabled=${!keys} @click=${() => keys && this.#rotate(keys)}>${say.rotate}</button>
        ${keys ? html`<span class="muted">${keys.rotationDueAt ? say.due(moment(keys.rotationDueAt)) : say.byHand}</span>` : nothing}</p>
      <data-table name="keys" caption=${say.title} .columns=${this.#columns} .rows=${keys?.items} .rowKey=${(key: Key) => key.kid}
        .empty=${{ title: say.none, text: say.noneText }}></data-table>
      <section class="card" aria-labelledby="admission-heading"><h2 id="admission-heading">${say.admissions}</h2>
        <p>${say.admissionsText}</p>
        <p class="actions"><button class="danger" ?disabled=${!this.#board.value?.items.length} @click=${() => this.#takeBack()}>${say.takeBack}</button></p></section>
      <p class="muted">${say.staffKeys}</p>`;
  }

  async #rotate(keys: Keys): Promise<void> {
    const sure = await confirmAction({
      title: say.rotateTitle, consequence: say.rotateText(span(keys.publicationSeconds), span(keys.overlapSeconds)), verb: say.rotate,
    });
    if (!sure) return;
    await this.#try(async () => {
      const next = await send<{ activatesAt: string }>('POST', '/waiting-room/keys/rotation');
      toast(say.rotated(clock(next.activatesAt)));
    });
  }

  async #revoke(key: Key): Promise<void> {
    const sure = await confirmAction({
      title: say.revokeTitle, consequence: html`<p><code>${key.kid}</code></p><p>${say.revokeText}</p>`, verb: say.revokeVerb,
      danger: true, type: say.revokeType,
    });
    if (!sure) return;
    await this.#try(async () => {
      const done = await send<{ active: string }>('POST', `/waiting-room/keys/${encodeURIComponent(key.kid)}/revocation`);
      toast(say.revoked(done.active));
    });
  }

  async #takeBack(): Promise<void> {
    const releases = this.#board.value?.items ?? [];
    const done = await openForm({
      title: say.takeBackTitle, text: say.takeBackText, verb: say.takeBack, danger: true,
      fields: [
        { name: 'release', label: say.release, type: 'select', required: true, options: releases.map(({ id, title }) => ({ value: id, label: title || id })), value: releases[0]?.id },
        { name: 'place', label: say.place, type: 'number', min: 1, required: true },
      ],
      submit: async ({ release, place }) => {
        await send('POST', `/waiting-room/releases/${release}/admissions/${place}/revocation`);
        return true;
      },
    });
    if (done) toast(say.takenBack);
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

customElements.define('keys-page', KeysPage);
