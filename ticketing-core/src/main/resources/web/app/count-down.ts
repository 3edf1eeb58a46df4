import { html } from 'lit';
import { Island } from './island.js';
import { now } from './http.js';

/** Counts down to a moment of the server's clock; says `over` once, at the end. */
class CountDown extends Island {
  static override properties = { until: { type: String } };

  declare until: string;
  #timer = 0;
  #over = '';

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
    const clock = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return html`${clock}`;
  }

  #tick(): void {
    this.requestUpdate();
    if (this.#secondsLeft() > 0 || this.#over === this.until) return;
    this.#over = this.until;
    this.dispatchEvent(new CustomEvent('over', { bubbles: true }));
  }

  #secondsLeft(): number {
    return Math.max(0, Math.ceil((Date.parse(this.until) - now()) / 1000));
  }
}

customElements.define('count-down', CountDown);
