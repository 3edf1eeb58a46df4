import { confirmAction, openForm } from '../dialogs.js';
import { Refusal, send } from '../http.js';
import { toast } from '../toast.js';
import type { Entry } from './defense-data.js';
import { defenseWords as say } from './defense-words.js';

export type List = 'allow' | 'block';

interface Wish {
  entry: string;
  reason: string;
  expiresAt?: string;
}

/** Lets the reader put somebody on a list; asks once more when that would be very many. */
export async function addEntry(list: List, entry = ''): Promise<Entry | undefined> {
  let wide: Wish | undefined;
  const added = await openForm<Entry | 'wide'>({
    title: list === 'allow' ? say.addAllow : say.addBlock, text: list === 'allow' ? say.allowText : say.blockText,
    verb: say.addVerb, danger: list === 'block',
    fields: [
      { name: 'entry', label: say.entry, hint: say.entryHint, value: entry, required: true, maxlength: 100, autocomplete: 'off' },
      { name: 'reason', label: say.reason, required: true, maxlength: 500 },
      { name: 'expiresAt', label: say.expires, hint: say.expiresHint, type: 'datetime-local' },
    ],
    submit: async (values) => {
      try {
        return await keep(list, values as Wish, false);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'entry-too-wide') throw error;
        wide = values as Wish;
        return 'wide';
      }
    },
  });
  if (added !== 'wide') return told(list, added);
  const sure = wide && await confirmAction({
    title: say.wideTitle, consequence: say.wideText(wide.entry), verb: say.wideVerb, danger: true, type: wide.entry });
  return sure && wide ? told(list, await keep(list, wide, true)) : undefined;
}

const keep = (list: List, wish: Wish, confirmed: boolean): Promise<Entry> =>
  send<Entry>('POST', `/waiting-room/defense/lists/${list}`, { ...wish, confirmed });

function told(list: List, added: Entry | undefined): Entry | undefined {
  if (!added) return undefined;
  toast(list === 'allow' ? say.addedAllow(added.entry) : say.addedBlock(added.entry), { undo: () => take(list, added) });
  return added;
}

const take = async (list: List, entry: Entry): Promise<void> => {
  await send('DELETE', `/waiting-room/defense/lists/${list}/${entry.id}`);
};

/** Takes somebody off a list; undone, they stand there again with the same reason and end. */
export async function removeEntry(list: List, entry: Entry): Promise<void> {
  await take(list, entry);
  const { reason, expiresAt } = entry;
  toast(say.removed(entry.entry), { undo: async () => { await keep(list, { entry: entry.entry, reason, expiresAt }, true); } });
}
