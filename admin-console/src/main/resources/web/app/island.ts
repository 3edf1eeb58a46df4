import { LitElement } from 'lit';

/** An element that renders into the page itself, so that one stylesheet and one set of labels serve all. */
export class Island extends LitElement {
  /** What stands in braces in the page's path; set by the shell. */
  declare params: Record<string, string>;

  static override properties: Record<string, { type?: unknown; attribute?: string | boolean; state?: boolean; reflect?: boolean }> = {
    params: { attribute: false },
  };

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
