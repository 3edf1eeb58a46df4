import { html, nothing } from 'lit';
import { Island } from '../app/island.js';
import { Refusal } from '../app/http.js';
import { Camera, readPicture } from './camera.js';
import { Gate, type GateEvent, type StaffSession, type Verdict } from './gate.js';
import { facts, scans, type Direction } from './scan-store.js';
import { words } from './scan-words.js';
import { readySound, signal } from './signals.js';
import './choose-event.js';
import './staff-door.js';

const REFRESH_MILLIS = 20_000;
const SHOWN_MILLIS = 2500;
const LISTED = 8;

/**
 * The stewards' scanner: signs in, chooses the event, reads codes by camera or by hand, and says in colour, words, sound
 * and vibration whether to let the guest in. Goes on without network and sends what it read when there is one again.
 */
class TicketScanner extends Island {
  static override properties = {
    stage: { state: true }, verdict: { state: true }, direction: { state: true }, running: { state: true },
    trouble: { state: true }, waiting: { state: true }, connected: { state: true }, figures: { state: true },
    last: { state: true }, refused: { state: true },
  };

  declare stage: 'loading' | 'door' | 'choose' | 'scan';
  declare verdict: Verdict | null;
  declare direction: Direction;
  declare running: boolean;
  declare trouble: string;
  declare waiting: number;
  declare connected: boolean;
  declare figures: { tickets: number; inside: number } | null;
  declare last: readonly (Verdict & { at: string })[];
  declare refused: readonly string[];

  #session: StaffSession | null = null;
  #gate: Gate | null = null;
  #camera: Camera | null = null;
  #timer = 0;
  #shown = 0;
  #busy = false;
  #lit = false;
  #justSeen = '';

  constructor() {
    super();
    this.stage = 'loading';
    this.verdict = null;
    this.direction = 'IN';
    this.running = false;
    this.trouble = '';
    this.waiting = 0;
    this.connected = navigator.onLine;
    this.figures = null;
    this.last = [];
    this.refused = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#lineChanged);
    window.addEventListener('offline', this.#lineChanged);
    void this.#resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#lineChanged);
    window.removeEventListener('offline', this.#lineChanged);
    clearInterval(this.#timer);
    this.#camera?.stop();
  }

  protected override shouldUpdate(): boolean {
    return this.stage !== 'loading';
  }

  protected override willUpdate(): void {
    this.takeOver();
  }

  async #resume(): Promise<void> {
    const session = await facts.get<StaffSession>('session');
    this.#session = session && session.expiresAt > Date.now() ? session : null;
    const event = await facts.get<GateEvent>('event');
    if (!this.#session) this.stage = 'door';
    else if (event) await this.#enter(event);
    else this.stage = 'choose';
  }

  protected override render() {
    if (this.stage === 'door') return html`<staff-door @signed-in=${this.#signedIn}></staff-door>`;
    if (this.stage === 'choose') return html`${this.#troubles()}
      <choose-event @event-chosen=${(chosen: CustomEvent<GateEvent>) => this.#enter(chosen.detail)}></choose-event>
      ${this.#signOutButton()}`;
    return html`
      <section class="card" aria-labelledby="gate-heading">
        <h2 id="gate-heading">${this.#gate!.event.title}</h2>
        <p class="line ${this.connected ? '' : 'cut'}" role="status">${this.connected ? words.online : words.offline}${
  this.waiting ? html` · ${words.waiting(this.waiting)}` : nothing}${
  this.figures ? html` · ${words.inside(this.figures.inside, this.figures.tickets)}` : nothing}</p>
        <div class="directions" role="group" aria-label=${words.direction}>
          ${(['IN', 'OUT'] as const).map((direction) => html`<button aria-pressed=${String(this.direction === direction)}
            @click=${() => (this.direction = direction)}>${direction === 'IN' ? words.into : words.out}</button>`)}
        </div>
        ${this.#troubles()}
        <div class="viewfinder" ?hidden=${!this.running}><video muted playsinline aria-label=${words.aim}></video>
          <p>${words.aim}</p></div>
        <div class="actions">
          <button class="primary" @click=${this.#toggleCamera}>${this.running ? words.cameraOff : words.camera}</button>
          ${this.running ? html`<button @click=${this.#toggleLight}>${words.light}</button>` : nothing}
        </div>
        <form class="typed" @submit=${this.#typed}>
          <label>${words.typed} <input name="code" autocomplete="off" autocapitalize="off" spellcheck="false" required></label>
          <button>${words.check}</button>
        </form>
        <label>${words.picture} <input type="file" accept="image/*" @change=${this.#pictured}></label>
      </section>
      ${this.#lists()}
      <div class="actions"><button @click=${this.#leaveEvent}>${words.change}</button> ${this.#signOutButton()}</div>
      ${this.#panel()}`;
  }

  #troubles() {
    return html`<div role="alert">${this.trouble ? html`<p class="banner">${this.trouble}</p>` : nothing}</div>`;
  }

  #signOutButton() {
    return html`<button class="quiet" @click=${this.#signOut}>${words.signOut}</button>`;
  }

  /** Covers the screen: nobody must look for the answer. */
  #panel() {
    return html`<div class="verdict ${this.verdict?.color ?? ''}" role="alert" ?hidden=${!this.verdict}>
      ${this.verdict ? html`<p class="sign" aria-hidden="true">${{ green: '✓', red: '✕', yellow: '!' }[this.verdict.color]}</p>
        <p class="title">${this.verdict.title}</p><p class="detail">${this.verdict.detail}</p>
        <button @click=${this.#next}>${words.nextGuest}</button>` : nothing}</div>`;
  }

  #lists() {
    const list = (title: string, entries: unknown[]) => entries.length === 0 ? nothing : html`<section class="card">
      <h2>${title}</h2><ul class="scans">${entries.map((entry) => html`<li>${entry}</li>`)}</ul></section>`;
    return html`${list(words.refusedLater, [...this.refused])}
      ${list(words.last, this.last.map(({ color, title, detail, at }) => html`<span class="dot ${color}"></span>
        <span><b>${title}</b> ${detail}</span> <time>${new Date(at).toLocaleTimeString()}</time>`))}`;
  }

  #signedIn = async ({ detail }: CustomEvent<StaffSession>): Promise<void> => {
    this.#session = detail;
    await facts.set('session', detail);
    this.stage = 'choose';
  };

  #signOut = async (): Promise<void> => {
    this.#stop();
    await facts.forget('session');
    await facts.forget('event');
    this.#session = null;
    this.stage = 'door';
  };

  async #enter(event: GateEvent): Promise<void> {
    const gate = new Gate(event, this.#session!, (await facts.get<string>('gate')) ?? '');
    try {
      await gate.refresh();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.trouble = `${error.message}. ${error.detail}`;
      this.stage = error.status === 401 ? 'door' : 'choose';
      return;
    }
    this.trouble = '';
    this.#gate = gate;
    await facts.set('event', event);
    this.stage = 'scan';
    void this.#catchUp();
    this.#timer = window.setInterval(() => void this.#catchUp(), REFRESH_MILLIS);
  }

  #leaveEvent = async (): Promise<void> => {
    this.#stop();
    await facts.forget('event');
    this.stage = 'choose';
  };

  #stop(): void {
    clearInterval(this.#timer);
    this.#camera?.stop();
    this.#camera = null;
    this.running = false;
    this.verdict = null;
    this.trouble = '';
  }

  #lineChanged = (): void => {
    this.connected = navigator.onLine;
    if (this.connected) void this.#catchUp();
  };

  /** Sends what waits, and learns what other gates let in. */
  async #catchUp(): Promise<void> {
    const gate = this.#gate;
    if (!gate) return;
    try {
      this.refused = [...(await gate.sendWaiting()), ...this.refused].slice(0, LISTED);
      await gate.refresh();
      this.figures = await gate.figures();
      this.connected = true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.connected = false;
      if (error.status === 401) this.trouble = error.message;
    }
    this.waiting = (await scans.all()).length;
  }

  #toggleCamera = async (): Promise<void> => {
    readySound();
    if (this.running) {
      this.#camera?.stop();
      this.running = false;
      return;
    }
    this.running = true;
    await this.updateComplete;
    this.#camera ??= new Camera(this.querySelector('video')!, (code) => void this.#seen(code));
    try {
      await this.#camera.start();
      this.trouble = '';
    } catch {
      this.running = false;
      this.trouble = words.noCamera;
    }
  };

  #toggleLight = async (): Promise<void> => {
    this.#lit = !this.#lit;
    await this.#camera?.light(this.#lit);
  };

  #typed = (submission: SubmitEvent): void => {
    submission.preventDefault();
    readySound();
    const form = submission.target as HTMLFormElement;
    const code = String(new FormData(form).get('code')).trim();
    form.reset();
    this.#justSeen = '';
    void this.#seen(code);
  };

  #pictured = async (change: Event): Promise<void> => {
    readySound();
    const field = change.target as HTMLInputElement;
    const [file] = field.files ?? [];
    const code = file && (await readPicture(file).catch(() => null));
    field.value = '';
    this.#justSeen = '';
    if (code) await this.#seen(code);
    else this.trouble = words.noCode;
  };

  /** The camera sees a code many times; it counts once until the next guest, or until another code is seen. */
  async #seen(code: string): Promise<void> {
    if (this.#busy || this.verdict?.color === 'red' || code === this.#justSeen) return;
    this.#busy = true;
    this.#justSeen = code;
    try {
      this.#show(await this.#gate!.check(code, this.direction));
    } finally {
      this.#busy = false;
    }
    this.waiting = (await scans.all()).length;
  }

  /** Good news go by themselves; whoever must stop a guest confirms it. */
  #show(verdict: Verdict): void {
    clearTimeout(this.#shown);
    this.verdict = verdict;
    this.last = [{ ...verdict, at: new Date().toISOString() }, ...this.last].slice(0, LISTED);
    signal(verdict.color);
    if (verdict.color === 'green') this.#shown = window.setTimeout(this.#next, SHOWN_MILLIS);
  }

  #next = (): void => {
    clearTimeout(this.#shown);
    this.verdict = null;
    window.setTimeout(() => (this.#justSeen = ''), 3000);
  };
}

customElements.define('ticket-scanner', TicketScanner);
