// The work a browser may be asked for before it joins; fetched by those who are asked.

const WORKERS = Math.max(1, Math.min(4, (navigator.hardwareConcurrency ?? 2) - 1));

/** Answers a challenge by working, or by having waited where that is over sooner: slow phones wait no longer. */
export async function solve({ challenge, alternatives = [] }, progress) {
  const { token, count } = challenge;
  const wait = alternatives.find(({ kind }) => kind === 'wait');
  const workers = [];
  const nonces = [];
  const work = new Promise((done) => {
    for (let first = 0; first < WORKERS; first++) {
      const worker = new Worker('/queue/worker.js');
      workers.push(worker);
      worker.onmessage = ({ data: { i, nonce } }) => {
        nonces[i] = nonce;
        const solved = Object.keys(nonces).length;
        progress(Math.round((100 * solved) / count));
        if (solved === count) done({ token, nonces });
      };
      worker.postMessage({ ...challenge, first, step: WORKERS });
    }
  });
  const waited = wait && new Promise((done) => {
    setTimeout(() => done({ token, nonces: [], waited: true }), 1000 * (wait.seconds + 1));
  });
  try {
    return await Promise.race(waited ? [work, waited] : [work]);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}
