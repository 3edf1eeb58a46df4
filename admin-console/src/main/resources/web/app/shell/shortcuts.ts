import { html } from 'lit';
import { showDialog } from '../dialogs.js';
import * as pages from '../pages.js';
import { say } from './shell-words.js';

const patienceMillis = 1500;

/** "?" lists them, "/" goes to the filter, "g" and a letter to a page. Nothing is done while somebody types. */
export function listenForShortcuts(): () => void {
  let going = 0;
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || types(event.target)
      || document.querySelector('dialog[open]')) return;
    const waiting = Date.now() - going < patienceMillis;
    going = 0;
    if (waiting) {
      const page = pages.shortcuts().find(({ nav }) => nav?.key === event.key);
      if (page) pages.go(pages.address(page));
    } else if (event.key === 'g') {
      going = Date.now();
    } else if (event.key === '?') {
      showShortcuts();
    } else if (event.key === '/') {
      const filter = document.querySelector<HTMLElement>('[data-filter]');
      if (filter) event.preventDefault();
      filter?.focus();
    }
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

export function showShortcuts(): void {
  const line = (keys: string[], text: string) => html`<tr><td>${keys.map((key) => html`<kbd>${key}</kbd> `)}</td><td>${text}</td></tr>`;
  void showDialog(say.shortcuts, html`<table class="keys"><tbody>
    ${line(['?'], say.help)} ${line(['/'], say.filter)} ${line(['Esc'], say.leave)}
    ${pages.shortcuts().map((page) => line(['g', page.nav!.key!], say.goTo(page.title())))}</tbody></table>`, say.close);
}

const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
