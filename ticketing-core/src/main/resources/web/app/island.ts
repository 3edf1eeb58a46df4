import { LitElement } from 'lit';

/** An element that renders into the page itself, so that one stylesheet and one set of labels serve all. */
export class Island extends LitElement {
  #served = true;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What the server rendered stays until the element has something better. */
  protected takeOver(): void {
    if (this.#served) this.replaceChildren();
    this.#served = false;
  }
}
