import { api, read } from './http.js';

/** What a watched address says: its body, that nothing changed, or why it could not be read. */
export interface Message {
  watch: number;
  at: number;
  body?: unknown;
  problem?: Record<string, any>;
}

export type Listener = (message: Message) => void;

const listeners = new Map<string, Set<Listener>>();
const lasts = new Map<string, Message>();
let stream: EventSource | undefined;
let open = '';
let scheduled = false;

/**
 * Tells the listener what is seen at the address from now on; call what comes back to end it. All live views of a tab
 * share one connection, for a browser keeps only six to one site; it rests while nobody looks.
 */
export function watch(path: string, everySeconds: number, listener: Listener): () => void {
  const key = `${everySeconds}:${path}`;
  const others = listeners.get(key) ?? new Set();
  others.add(listener);
  listeners.set(key, others);
  const last = lasts.get(key);
  if (last) queueMicrotask(() => others.has(listener) && listener(last));
  schedule();
  return () => {
    others.delete(listener);
    if (others.size === 0 && listeners.get(key) === others) {
      listeners.delete(key);
      lasts.delete(key);
    }
    schedule();
  };
}

document.addEventListener('visibilitychange', () => schedule());

/** Pages add and take away several views at once: one new connection for all of them. */
function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    connect();
  }, 20);
}

function connect(): void {
  const watches = document.hidden ? [] : [...listeners.keys()].sort();
  const wanted = watches.map((key) => `watch=${encodeURIComponent(key)}`).join('&');
  if (wanted === open && stream?.readyState !== EventSource.CLOSED) return;
  stream?.close();
  stream = undefined;
  open = wanted;
  if (!wanted) return;
  const opened = new EventSource(`${api}/live?${wanted}`);
  stream = opened;
  const hear = (event: MessageEvent): void => tell(watches, JSON.parse(event.data) as Message);
  for (const kind of ['data', 'beat', 'away']) opened.addEventListener(kind, hear as EventListener);
  opened.addEventListener('error', () => {
    if (opened.readyState === EventSource.CLOSED && stream === opened) void lost();
  });
}

function tell(watches: string[], message: Message): void {
  const key = watches[message.watch] ?? '';
  if (message.body !== undefined || message.problem) lasts.set(key, message);
  listeners.get(key)?.forEach((listener) => listener(message));
}

/** The browser tries again by itself unless it was refused: then the session may be over, or the console restarts. */
async function lost(): Promise<void> {
  await read('/session').catch(() => undefined);
  setTimeout(schedule, 3000);
}
