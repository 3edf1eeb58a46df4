// As much of a browser as the scripts under test ask for. Imported before them.

import { setImmediate as later } from 'node:timers/promises';

globalThis.window = globalThis;
globalThis.document = { documentElement: { lang: 'en' } };
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en-GB'] } });
globalThis.matchMedia = () => ({ matches: true });
globalThis.requestAnimationFrame = () => 1;

/** What the server answers, by path. */
export const answers = new Map();

globalThis.fetch = async (path) => new Response(JSON.stringify(answers.get(path)));

/** A live stream, in which the test speaks for the server. */
export class Stream extends EventTarget {
  static latest;

  constructor() {
    super();
    Stream.latest = this;
  }

  tell(event, data) {
    this.dispatchEvent(Object.assign(new Event(event), { data: JSON.stringify(data) }));
  }

  close() {}
}

globalThis.EventSource = Stream;

export async function until(holds) {
  while (!holds()) await later();
}
