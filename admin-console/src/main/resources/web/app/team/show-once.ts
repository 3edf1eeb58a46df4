import { html } from 'lit';
import { showDialog } from '../dialogs.js';
import { words } from '../words.js';

const say = words({
  en: { copy: 'Copy', copied: 'Copied', kept: 'I have kept it' },
  de: { copy: 'Kopieren', copied: 'Kopiert', kept: 'Ich habe es aufbewahrt' },
});

/** Shows a secret that can be read this once. Where a page may not write the clipboard, it is marked to be copied. */
export async function showOnce(title: string, text: string, secret: string): Promise<void> {
  const copy = async (click: Event): Promise<void> => {
    const button = click.currentTarget as HTMLButtonElement;
    const field = button.parentElement!.querySelector('input')!;
    field.select();
    try {
      await navigator.clipboard.writeText(secret);
      button.textContent = say.copied;
    } catch {
      field.focus();
    }
  };
  await showDialog(title, html`<p>${text}</p><p class="secret"><input readonly aria-label=${title} .value=${secret}>
    <button type="button" @click=${copy}>${say.copy}</button></p>`, say.kept);
}
