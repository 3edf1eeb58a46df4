import { html, type TemplateResult } from 'lit';
import { openForm } from './dialogs.js';
import { Refusal } from './http.js';
import { words } from './words.js';

const say = words({
  en: {
    title: 'Somebody else has changed this meanwhile', what: 'What', mine: 'Yours', theirs: 'Now',
    text: 'Compare both and decide. What is not in the table stays as they left it.', keep: 'Save mine all the same', same: 'Only other values were changed.',
  },
  de: {
    title: 'Jemand hat das inzwischen geändert', what: 'Was', mine: 'Deins', theirs: 'Jetzt',
    text: 'Vergleiche beides und entscheide. Was nicht in der Tabelle steht, bleibt, wie sie es gelassen haben.', keep: 'Meins trotzdem speichern', same: 'Nur andere Werte wurden geändert.',
  },
});

export interface Compared {
  label: string;
  mine: string;
  theirs: string;
}

/** Shows both values of everything that differs; true when the reader's are to be saved all the same. */
export async function settleConflict(compared: Compared[]): Promise<boolean> {
  const differing = compared.filter(({ mine, theirs }) => mine !== theirs);
  const table: TemplateResult = differing.length ? html`<table class="data"><thead><tr><th scope="col">${say.what}</th>
    <th scope="col">${say.mine}</th><th scope="col">${say.theirs}</th></tr></thead><tbody>${differing.map(({ label, mine, theirs }) => html`
      <tr><td>${label}</td><td>${mine}</td><td>${theirs}</td></tr>`)}</tbody></table>` : html`<p>${say.same}</p>`;
  return await openForm({ title: say.title, text: html`<p>${say.text}</p>${table}`, fields: [], verb: say.keep, submit: async () => true }) === true;
}

export const isStale = (error: unknown): boolean => error instanceof Refusal && error.status === 412;
