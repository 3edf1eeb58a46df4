import { html, nothing, render } from 'lit';
import { Refusal } from './http.js';
import { words } from './words.js';

const say = words({
  en: { undo: 'Undo', close: 'Close' },
  de: { undo: 'Rückgängig machen', close: 'Schließen' },
});

interface Options {
  undo?: () => Promise<void>;
}

interface Shown extends Options {
  text: string;
  bad?: boolean;
}

const showMillis = 8000;
const shown = new Set<Shown>();

/** Says for some seconds that something was done, and offers to undo it where it can be. */
export function toast(text: string, options: Options = {}): void {
  add({ text, ...options });
}

function add(message: Shown): void {
  shown.add(message);
  draw();
  setTimeout(() => {
    shown.delete(message);
    draw();
  }, message.undo ? showMillis * 2 : showMillis);
}

async function undo(message: Shown): Promise<void> {
  shown.delete(message);
  draw();
  try {
    await message.undo?.();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    add({ text: `${error.title}. ${error.detail}`, bad: true });
  }
}

function region(): HTMLElement {
  const known = document.getElementById('toasts');
  if (known) return known;
  const made = Object.assign(document.createElement('div'), { id: 'toasts' });
  made.setAttribute('role', 'status');
  document.body.append(made);
  return made;
}

function draw(): void {
  const close = (message: Shown): void => {
    shown.delete(message);
    draw();
  };
  render(html`${[...shown].map((message) => html`
    <div class="toast ${message.bad ? 'bad' : ''}">
      <span>${message.text}</span>
      ${message.undo ? html`<button class="quiet" @click=${() => undo(message)}>${say.undo}</button>` : nothing}
      <button class="quiet icon" aria-label=${say.close} @click=${() => close(message)}>✕</button>
    </div>`)}`, region());
}
