const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opening: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  return (opening ??= (() => {
    const request = indexedDB.open('ticket-scanner', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('facts');
      request.result.createObjectStore('scans', { keyPath: 'nonce' });
    };
    return answer(request);
  })());
}

async function store(name: 'facts' | 'scans', mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(name, mode).objectStore(name);
}

/** A scan that waits for the network. */
export interface WaitingScan {
  nonce: string;
  event: string;
  ticket: string;
  gate: string;
  direction: Direction;
  at: string;
  label: string;
}

export type Direction = 'IN' | 'OUT';

/** What the scanner must know again after the phone was locked, restarted, or lost its network. */
export const facts = {
  get: async <T>(name: string): Promise<T | undefined> => answer((await store('facts', 'readonly')).get(name)),
  set: async (name: string, value: unknown): Promise<void> => {
    await answer((await store('facts', 'readwrite')).put(value, name));
  },
  forget: async (name: string): Promise<void> => {
    await answer((await store('facts', 'readwrite')).delete(name));
  },
};

export const scans = {
  all: async (): Promise<WaitingScan[]> => answer((await store('scans', 'readonly')).getAll()),
  add: async (scan: WaitingScan): Promise<void> => {
    await answer((await store('scans', 'readwrite')).put(scan));
  },
  remove: async (nonce: string): Promise<void> => {
    await answer((await store('scans', 'readwrite')).delete(nonce));
  },
};
