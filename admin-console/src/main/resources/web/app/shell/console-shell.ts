import { html, nothing } from 'lit';
import { formToken, session, signedIn, type Session } from '../session.js';
import { Island } from '../island.js';
import { Refusal, read } from '../http.js';
import { chooseLanguage, language } from '../language.js';
import { icon } from '../icons.js';
import * as pages from '../pages.js';
import './event-frame.js';
import { listenForShortcuts, showShortcuts } from './shortcuts.js';
import { say } from './shell-words.js';

const groups: pages.NavGroup[] = ['sell', 'people', 'steer', 'system', 'account'];

/** The frame of the console: the menu, and the page that the address names. */
class ConsoleShell extends Island {
  static override properties = {
    ...Island.properties, ready: { state: true }, problem: { state: true }, menuOpen: { state: true }, address: { state: true },
  };

  declare ready: boolean;
  declare problem: Refusal | undefined;
  declare menuOpen: boolean;
  declare address: string;
  #place: pages.Place | undefined;
  #element: Island | undefined;
  #forget?: () => void;

  override connectedCallback(): void {
    this.querySelector('noscript')?.remove();
    super.connectedCallback();
    window.addEventListener('popstate', this.#moved);
    document.addEventListener('click', this.#followed);
    this.#forget = listenForShortcuts();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#moved);
    document.removeEventListener('click', this.#followed);
    this.#forget?.();
  }

  async #start(): Promise<void> {
    try {
      signedIn(await read<Session>('/session'));
      this.problem = undefined;
      this.ready = true;
      this.#show(false);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    if (!this.ready) {
      return html`<main id="main">${this.problem
        ? html`<h1>${say.noConsole}</h1><problem-note .problem=${this.problem} .retry=${() => this.#start()}></problem-note>`
        : nothing}</main>`;
    }
    const event = this.#place?.page.path.includes(':event') ? this.#place.params.event : undefined;
    return html`
      ${this.#top()}
      <div class="frame">
        ${this.#menu()}
        <main id="main" tabindex="-1">
          ${event ? html`<event-frame .event=${event} .page=${this.#place!.page}></event-frame>` : nothing}
          ${this.#element ?? html`<h1>${say.nothingHere}</h1><p>${say.nothingHereText}</p>`}
        </main>
      </div>`;
  }

  #top() {
    return html`
      <header class="top">
        <button class="quiet icon phone" aria-expanded=${this.menuOpen ? 'true' : 'false'} aria-controls="menu"
                aria-label=${this.menuOpen ? say.closeMenu : say.menu} @click=${() => { this.menuOpen = !this.menuOpen; }}>☰</button>
        <a class="brand" href="/admin">Ticket D-Saster</a>
        <span class="grow"></span>
        <a class="quiet button wide" href="/" target="_blank" rel="noopener">${say.shop}</a>
        <button class="quiet icon wide" aria-label=${say.shortcuts} @click=${() => showShortcuts()}>?</button>
        <button class="quiet" lang=${language === 'de' ? 'en' : 'de'} aria-label=${language === 'de' ? 'English' : 'Deutsch'}
                @click=${() => chooseLanguage(language === 'de' ? 'en' : 'de')}>${language === 'de' ? 'EN' : 'DE'}</button>
        <form method="post" action="/admin/logout">
          <input type="hidden" name="formToken" value=${formToken()}><button class="quiet">${say.signOut}</button></form>
      </header>`;
  }

  #menu() {
    const current = this.#place?.page;
    return html`
      <nav id="menu" class="menu ${this.menuOpen ? 'open' : ''}" aria-label=${say.mainMenu}>
        ${groups.map((group) => [group, pages.menu(group)] as const).filter(([, entries]) => entries.length).map(([group, entries]) => html`
          <h2>${say.groups[group]}</h2>
          <ul>${entries.map((page) => html`
            <li><a href=${pages.address(page)} aria-current=${this.#within(page, current) ? 'page' : nothing}>
              ${icon(page.nav!.icon)}<span>${page.title()}</span></a></li>`)}</ul>`)}
        ${session().email ? html`<p class="muted who">${session().email}</p>` : nothing}
      </nav>`;
  }

  /** The menu marks the page, or the one whose address the page's begins with. */
  #within(entry: pages.Page, current: pages.Page | undefined): boolean {
    return current !== undefined && (entry === current || entry.path !== '/' && current.path.startsWith(`${entry.path}/`));
  }

  #moved = (): void => this.#show(true);

  #show(moved: boolean): void {
    const address = location.pathname + location.search;
    if (moved && address === this.address) return;
    this.address = address;
    this.menuOpen = false;
    const place = pages.find(location.pathname);
    this.#place = place && pages.open(place.page) ? place : undefined;
    this.#element = this.#place ? document.createElement(this.#place.page.element) as Island : undefined;
    if (this.#element) this.#element.params = this.#place!.params;
    document.title = `${this.#place?.page.title() ?? say.nothingHere} · Ticket D-Saster`;
    this.requestUpdate();
    if (!moved) return;
    window.scrollTo({ top: 0 });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true }));
  }

  /** Links stay links: they can be opened elsewhere and shared. Those within the console load nothing anew. */
  #followed = (click: MouseEvent): void => {
    const link = (click.target as Element).closest?.<HTMLAnchorElement>('a[href]');
    if (!link || click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey) return;
    const target = new URL(link.href);
    const ours = target.origin === location.origin && /^\/admin(\/|$)/.test(target.pathname)
      && !link.target && !link.hasAttribute('download') && pages.find(target.pathname);
    if (!ours || target.hash) return;
    click.preventDefault();
    pages.go(target.pathname + target.search);
  };
}

customElements.define('console-shell', ConsoleShell);
