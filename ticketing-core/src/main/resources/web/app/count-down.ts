import { html } from 'lit';
import { Island } from './island.js';
import { now } from './http.js';

const SOON_SECONDS = 60;

/** Counts down to a moment of the server's clock; says `soon` a minute before the end and `over` at the end, once. */
class CountDown extends Island {
  static override properties = { until: { type: String } };

  declare until: string;
  #timer = 0;
  #said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'timer');
    this.#timer = window.setInterval(() => this.#tick(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render() {
    const seconds = this.#secondsLeft();
    this.toggleAttribute('soon', seconds <= SOON_SECONDS);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const clock = (seconds < 3600 ? parts.slice(1) : parts).map((part) => String(part).padStart(2, '0')).join(':');
    return html`${clock}`;
  }

  #tick(): void {
    this.requestUpdate();
    const seconds = this.#secondsLeft();
    if (seconds === 0) this.#say('over');
    else if (seconds <= SOON_SECONDS) this.#say('soon');
  }

  #say(what: 'soon' | 'over'): void {
    const moment = `${what} ${this.until}`;
    if (this.#said === moment) return;
    this.#said = moment;
    this.dispatchEvent(new CustomEvent(what, { bubbles: true }));
  }

  #secondsLeft(): number {
    return Math.max(0, Math.ceil((Date.parse(this.until) - now()) / 1000));
  }
}

customElements.define('count-down', CountDown);
