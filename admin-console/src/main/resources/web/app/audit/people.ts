import { readAll, Refusal } from '../http.js';
import { isAdmin, session } from '../session.js';

let known: Promise<Map<string, string>> | undefined;

/** Names of the staff by their ids, read once; an admin may know them all, others know themselves. */
export function people(): Promise<Map<string, string>> {
  known ??= isAdmin() ? load() : Promise.resolve(new Map());
  return known;
}

async function load(): Promise<Map<string, string>> {
  try {
    const all = await readAll<{ id: string; name: string }>('/ticketing/staff');
    return new Map(all.map(({ id, name }) => [id, name]));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    known = undefined; // ids are shown instead, and the next page asks again
    return new Map();
  }
}

/** What to call somebody: "you", the name, or the id where nobody knows better. */
export const nameOf = (id: string, names: Map<string, string>, you: string): string =>
  id === session().staffId ? you : names.get(id) ?? id;
