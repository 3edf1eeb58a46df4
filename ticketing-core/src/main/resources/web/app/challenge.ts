import { call, Refusal } from './http.js';
import { publicKey } from './keys.js';

interface Puzzle {
  token: string;
  salt: string;
  count: number;
  bits: number;
}

interface Alternative {
  kind: string;
  seconds?: number;
  action?: string;
  scope?: string;
}

/** What is sent with the request instead of nothing: work, a wait, or a code. */
type Answer = Record<string, unknown> & { code?: string };

const WORKERS = Math.max(1, Math.min(4, (navigator.hardwareConcurrency ?? 2) - 1));

/**
 * One answer that the defense waits for: by working beside the page, by having waited where that is over sooner, or by
 * a code that is mailed. Says `change` when there is something new to show.
 */
export class BrowserCheck extends EventTarget {
  /** How much of the work is done; null where work does not help. */
  percent: number | null;
  /** The address the code went to, once it did. */
  sentTo = '';
  fault = '';
  readonly waitSeconds: number;
  readonly answer: Promise<Answer>;
  readonly #refusal: Refusal;
  readonly #mail?: Alternative;
  #codeToken = '';
  #workers: Worker[] = [];
  #timer = 0;
  #done!: (answer: Answer) => void;
  #fail!: (refusal: unknown) => void;

  constructor(refusal: Refusal, before?: BrowserCheck) {
    super();
    const alternatives = (refusal.body.alternatives ?? []) as Alternative[];
    const puzzle = refusal.body.challenge as Puzzle;
    this.#refusal = refusal;
    this.#mail = alternatives.find(({ kind }) => kind === 'mail');
    this.waitSeconds = alternatives.find(({ kind }) => kind === 'wait')?.seconds ?? 60;
    this.percent = refusal.code === 'challenge-required' ? 0 : null;
    this.answer = new Promise((done, fail) => {
      this.#done = done;
      this.#fail = fail;
    });
    if (before?.sentTo) {
      this.sentTo = before.sentTo;
      this.#codeToken = before.#codeToken;
      this.fault = refusal.detail;
    }
    if (this.percent !== null) this.#work(puzzle);
  }

  get offersMail(): boolean {
    return this.#mail !== undefined;
  }

  /** As on the queue page, whose worker it is. */
  #work(puzzle: Puzzle): void {
    const { token, count } = puzzle;
    const nonces: string[] = [];
    for (let first = 0; first < WORKERS; first++) {
      const worker = new Worker('/queue/worker.js');
      this.#workers.push(worker);
      worker.onmessage = ({ data }) => {
        nonces[data.i] = data.nonce;
        const solved = Object.keys(nonces).length;
        this.percent = Math.round((100 * solved) / count);
        this.#changed();
        if (solved === count) this.#done({ token, nonces });
      };
      worker.postMessage({ ...puzzle, first, step: WORKERS });
    }
    this.#timer = window.setTimeout(
      () => this.#done({ token, nonces: [], waited: true }), 1000 * (this.waitSeconds + 1));
  }

  async requestCode(email: string): Promise<void> {
    const { action, scope } = this.#mail!;
    const { token } = this.#refusal.body.challenge;
    this.fault = '';
    try {
      const sent = await call('POST', '/challenge-codes', {
        body: { token, action, scope, key: await publicKey(), email },
      });
      this.#codeToken = sent.token;
      this.sentTo = email;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.fault = `${error.message}. ${error.detail}`;
    }
    this.#changed();
  }

  enterCode(code: string): void {
    this.#done({ token: this.#codeToken, nonces: [], code });
  }

  /** What was asked for stays undone. */
  giveUp(): void {
    this.#fail(this.#refusal);
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const worker of this.#workers) worker.terminate();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Says `check` with the check that is under way, or with null when it is over. */
export const checks = new EventTarget();

const MOST_SOLUTIONS = 3;
const MOST_CODES = 6;
const asks = (error: unknown): error is Refusal =>
  error instanceof Refusal && ['challenge-required', 'mailed-code-required'].includes(error.code);

const announce = (check: BrowserCheck | null) => checks.dispatchEvent(new CustomEvent('check', { detail: check }));

/** Sends a request; should it be answered by a challenge, answers that and sends it again. */
export async function challenged<T>(send: (solution: Record<string, string>) => Promise<T>): Promise<T> {
  let solution: Record<string, string> = {};
  let check: BrowserCheck | undefined;
  let codes = 0;
  for (let solutions = 0; ;) {
    try {
      return await send(solution);
    } catch (error) {
      if (!asks(error) || solutions >= MOST_SOLUTIONS || codes >= MOST_CODES) throw error;
      check = new BrowserCheck(error, check);
      announce(check);
      try {
        const answer = await check.answer;
        if (answer.code) codes++;
        else solutions++;
        const encoded = btoa(JSON.stringify(answer));
        solution = { 'Challenge-Solution': encoded.replaceAll('+', '-').replaceAll('/', '_') };
      } finally {
        check.stop();
        announce(null);
      }
    }
  }
}
