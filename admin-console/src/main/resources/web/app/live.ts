import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { Island } from './island.js';
import { span } from './format.js';
import { Refusal } from './http.js';
import { watch, type Message } from './live-hub.js';
import { signInAgain } from './session.js';
import { words } from './words.js';

/** Keeps what an address says up to date on a page, and says when it could not be read. */
export class Live<T> implements ReactiveController {
  value?: T;
  problem?: Refusal;
  /** When the value was last known to be true, in milliseconds. */
  readAt?: number;
  #path?: string;
  #leave?: () => void;

  constructor(
    readonly host: ReactiveControllerHost,
    readonly path: () => string | undefined,
    readonly everySeconds = 2,
    readonly onValue?: (value: T) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** The path may depend on what the page knows by now. */
  #follow(): void {
    const wanted = this.path();
    if (wanted === this.#path) return;
    this.#stop();
    this.value = undefined;
    this.problem = undefined;
    this.readAt = undefined;
    this.#path = wanted;
    if (wanted) this.#leave = watch(wanted, this.everySeconds, (message) => this.#hear(message));
  }

  #stop(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#path = undefined;
  }

  #hear(message: Message): void {
    if (message.problem) {
      if (message.problem.status === 401) signInAgain();
      this.problem = new Refusal(message.problem.status ?? 0, message.problem);
    } else {
      this.problem = undefined;
      this.readAt = message.at;
      if (message.body !== undefined) {
        this.value = message.body as T;
        this.onValue?.(this.value);
      }
    }
    this.host.requestUpdate();
  }
}

const say = words({
  en: { asOf: (age: string) => `as of ${age} ago`, now: 'live', stale: (age: string) => `last data ${age} ago` },
  de: { asOf: (age: string) => `Stand vor ${age}`, now: 'live', stale: (age: string) => `letzte Daten vor ${age}` },
});

/** "live", "as of 12 s ago", and a warning when what stands beside it is too old to act on. */
class DataAge extends Island {
  static override properties = { at: { attribute: false }, every: { type: Number } };

  declare at: number | undefined;
  declare every: number;
  #timer = 0;

  constructor() {
    super();
    this.every = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render() {
    if (!this.at) return nothing;
    const age = Math.max(0, (Date.now() - this.at) / 1000);
    if (age < this.every + 3) return html`<span class="age live">${say.now}</span>`;
    return age < this.every * 3 + 6
      ? html`<span class="age">${say.asOf(span(age))}</span>`
      : html`<span class="age stale" role="status">${say.stale(span(Math.floor(age / 5) * 5))}</span>`;
  }
}

customElements.define('data-age', DataAge);
