import { problemInWords, say } from './words.js';

/** A refusal a person can read: the problem document of an answer, or a connection that failed. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, any>,
    readonly retryMillis: number,
  ) {
    super(problemInWords(body)?.[0] ?? body.title ?? say.failed);
  }

  get code(): string {
    return this.body.code ?? '';
  }

  get detail(): string {
    return problemInWords(this.body)?.[1] ?? this.body.detail ?? '';
  }

  /** Worth trying again without anybody changing anything. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.code === 'still-running';
  }
}

export interface Request {
  body?: unknown;
  headers?: Record<string, string>;
  withinMillis?: number;
}

let clockSkew = 0;

/** The server's time, as well as the last answer told it; deadlines are the server's. */
export const now = (): number => Date.now() + clockSkew;

const api = '/api/ticketing';
const queueApi = '/api/waiting-room';

async function send(method: string, path: string, { body, headers, withinMillis = 20_000 }: Request): Promise<Response> {
  try {
    return await fetch(path.startsWith(queueApi) ? path : api + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout?.(withinMillis),
    });
  } catch {
    throw new Refusal(0, { title: say.noConnection, detail: say.noConnectionText }, 0);
  }
}

async function refusal(response: Response): Promise<Refusal> {
  let problem: Record<string, any> = {};
  try {
    problem = await response.json();
  } catch {
    problem = { title: say.busy, detail: say.busyText };
  }
  return new Refusal(response.status, problem, Number(response.headers.get('retry-after')) * 1000 || 0);
}

/** Calls the ticketing API; answers what JSON it returns, throws a {@link Refusal} otherwise. */
export async function call<T = any>(method: string, path: string, request: Request = {}): Promise<T> {
  const response = await send(method, path, request);
  const told = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(told) && Math.abs(told - Date.now()) > 2000) clockSkew = told - Date.now();
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A document such as a PDF or an image, fetched with what authorizes it. */
export async function download(path: string, headers: Record<string, string>): Promise<Blob> {
  const response = await send('GET', path, { headers });
  if (!response.ok) throw await refusal(response);
  return response.blob();
}

/** A fan's word against a refusal, by the refusal's reference, and what somebody answered. */
export interface Appeal {
  reference: string;
  state: 'OPEN' | 'GRANTED' | 'REJECTED';
  reason: string;
}

export const appeal = (reference: string, message: string): Promise<Appeal> =>
  persist(() => call('POST', `${queueApi}/appeals`, { body: { reference, message } }));

export const appealState = (reference: string): Promise<Appeal> =>
  persist(() => call('GET', `${queueApi}/appeals/${encodeURIComponent(reference)}`));

/** Says `pause` with the moment until which a pause was asked for, when it is long enough to wonder. */
export const pauses = new EventTarget();

const PERCEPTIBLE_MILLIS = 1500;

/** Asks again what failed for a passing reason: ever more slowly, and never all browsers at once. */
export async function persist<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal) || !error.passing || failures + 1 >= attempts) throw error;
      const pause = Math.max(error.retryMillis, Math.min(10_000, 500 * 2 ** failures));
      const jittered = pause * (0.8 + 0.4 * Math.random());
      if (error.status === 429 && jittered > PERCEPTIBLE_MILLIS) {
        pauses.dispatchEvent(new CustomEvent('pause', { detail: Date.now() + jittered }));
      }
      await new Promise((done) => setTimeout(done, jittered));
    }
  }
}
