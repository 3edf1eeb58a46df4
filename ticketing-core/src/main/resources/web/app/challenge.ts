import { Refusal } from './http.js';

interface Challenge {
  token: string;
  salt: string;
  count: number;
  bits: number;
}

const WORKERS = Math.max(1, Math.min(4, (navigator.hardwareConcurrency ?? 2) - 1));

/** Works beside the page, as on the queue page, whose worker it is; who waited long enough need not have finished. */
async function solve(challenge: Challenge, waitSeconds: number): Promise<object> {
  const workers: Worker[] = [];
  const nonces: string[] = [];
  const { token, count } = challenge;
  const work = new Promise<object>((done) => {
    for (let first = 0; first < WORKERS; first++) {
      const worker = new Worker('/queue/worker.js');
      workers.push(worker);
      worker.onmessage = ({ data }) => {
        nonces[data.i] = data.nonce;
        if (Object.keys(nonces).length === count) done({ token, nonces });
      };
      worker.postMessage({ ...challenge, first, step: WORKERS });
    }
  });
  const waited = new Promise<object>((done) => {
    setTimeout(() => done({ token, nonces: [], waited: true }), 1000 * (waitSeconds + 1));
  });
  try {
    return await Promise.race([work, waited]);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

/** Sends a request; should it be answered by a challenge, solves that and sends it again with the solution. */
export async function challenged<T>(send: (solution: Record<string, string>) => Promise<T>): Promise<T> {
  let solution: Record<string, string> = {};
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(solution);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'challenge-required' || attempt > 2) throw error;
      const wait = error.body.alternatives?.find(({ kind }: { kind: string }) => kind === 'wait')?.seconds ?? 60;
      const answer = btoa(JSON.stringify(await solve(error.body.challenge, wait)));
      solution = { 'Challenge-Solution': answer.replaceAll('+', '-').replaceAll('/', '_') };
    }
  }
}
