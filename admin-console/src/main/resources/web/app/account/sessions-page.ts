import { html, nothing } from 'lit';
import { me } from './account.js';
import { say } from './account-words.js';
import type { Column } from '../data-table.js';
import { confirmAction } from '../dialogs.js';
import { moment } from '../format.js';
import { read, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';

interface Session {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  expiresAt: string;
  device: string;
  network: string;
  current: boolean;
}

/** Where the reader is signed in. */
class SessionsPage extends Island {
  static override properties = { ...Island.properties, sessions: { state: true }, problem: { state: true } };

  declare sessions: Session[] | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    await this.#try(async () => {
      this.sessions = (await read<{ items: Session[] }>(`${me}/sessions`)).items;
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    return html`
      <h1>${say.sessions}</h1>
      <p>${say.sessionsText}</p>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${() => this.#read()}></problem-note>` : nothing}
      <data-table name="sessions" caption=${say.sessions} .columns=${this.#columns()} .rows=${this.sessions}
                  .empty=${{ title: say.noSessions, text: say.noSessionsText }}></data-table>
      ${this.sessions?.some(({ current }) => !current) ? html`
        <p class="actions"><button class="danger" @click=${() => this.#endOthers()}>${say.endOthers}</button></p>` : nothing}`;
  }

  #columns(): Column<Session>[] {
    return [
      {
        key: 'device', label: say.device, text: ({ device }) => device,
        cell: ({ device, current }) => html`${device} ${current ? html`<span class="chip good">${say.here}</span>` : nothing}`,
      },
      { key: 'network', label: say.network },
      { key: 'lastSeenAt', label: say.seen, cell: ({ lastSeenAt }) => moment(lastSeenAt), sort: ({ lastSeenAt }) => lastSeenAt },
      { key: 'startedAt', label: say.started, cell: ({ startedAt }) => moment(startedAt), sort: ({ startedAt }) => startedAt },
      { key: 'expiresAt', label: say.until, cell: ({ expiresAt }) => moment(expiresAt), sort: ({ expiresAt }) => expiresAt },
      {
        key: 'end', label: '', text: () => '',
        cell: (session) => session.current ? nothing : html`
          <button class="quiet" aria-label="${say.end}: ${session.device}" @click=${() => this.#end(session)}>${say.end}</button>`,
      },
    ];
  }

  async #end({ id, device }: Session): Promise<void> {
    if (!await confirmAction({ title: say.endTitle, consequence: say.endText(device), verb: say.end, danger: true })) return;
    await this.#try(async () => {
      await send('DELETE', `${me}/sessions/${id}`);
      toast(say.ended);
      await this.#read();
    });
  }

  async #endOthers(): Promise<void> {
    if (!await confirmAction({ title: say.endOthersTitle, consequence: say.endOthersText, verb: say.endOthers, danger: true })) return;
    await this.#try(async () => {
      await send('DELETE', `${me}/sessions`);
      toast(say.othersEnded);
      await this.#read();
    });
  }
}

customElements.define('sessions-page', SessionsPage);
