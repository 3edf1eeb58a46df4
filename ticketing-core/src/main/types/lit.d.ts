// What the pages use of Lit; the Maven artifacts that bundle it carry no types.
declare module 'lit' {
  export interface TemplateResult { readonly strings: TemplateStringsArray }
  export const nothing: unique symbol;
  export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export class LitElement extends HTMLElement {
    static properties: Record<string, { type?: unknown; attribute?: string | boolean; state?: boolean; reflect?: boolean }>;
    readonly updateComplete: Promise<boolean>;
    connectedCallback(): void;
    disconnectedCallback(): void;
    requestUpdate(): void;
    protected createRenderRoot(): HTMLElement;
    protected render(): unknown;
    protected shouldUpdate(changed: Map<string, unknown>): boolean;
    protected willUpdate(changed: Map<string, unknown>): void;
    protected firstUpdated(changed: Map<string, unknown>): void;
    protected updated(changed: Map<string, unknown>): void;
  }
}
declare module 'lit/directives/keyed.js' {
  export function keyed(key: unknown, value: unknown): unknown;
}
declare module '*.css';
