// What the pages use of Lit; the Maven artifacts that bundle it carry no types.
declare module 'lit' {
  export interface TemplateResult { readonly strings: TemplateStringsArray }
  export const nothing: unique symbol;
  export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function render(value: unknown, container: HTMLElement | DocumentFragment): unknown;
  export interface ReactiveController {
    hostConnected?(): void;
    hostDisconnected?(): void;
    hostUpdate?(): void;
    hostUpdated?(): void;
  }
  export interface ReactiveControllerHost {
    addController(controller: ReactiveController): void;
    removeController(controller: ReactiveController): void;
    requestUpdate(): void;
    readonly updateComplete: Promise<boolean>;
  }
  export class LitElement extends HTMLElement implements ReactiveControllerHost {
    static properties: Record<string, { type?: unknown; attribute?: string | boolean; state?: boolean; reflect?: boolean }>;
    readonly updateComplete: Promise<boolean>;
    readonly isConnected: boolean;
    connectedCallback(): void;
    disconnectedCallback(): void;
    addController(controller: ReactiveController): void;
    removeController(controller: ReactiveController): void;
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
declare module 'lit/directives/live.js' {
  export function live(value: unknown): unknown;
}
declare module 'lit/directives/repeat.js' {
  export function repeat<T>(items: Iterable<T>, key: (item: T) => unknown, item: (item: T, index: number) => unknown): unknown;
}
declare module 'lit/directives/ref.js' {
  export function ref(callback: (element: Element | undefined) => void): unknown;
}
declare module '*.css';
