// The work a browser may be asked for before it joins; fetched by those who are asked.

const WORKERS = Math.max(1, Math.min(4, (navigator.hardwareConcurrency ?? 2) - 1));

/**
 * Answers a challenge by working, or by having waited where that is over sooner: slow phones wait no longer. Whoever
 * wants neither has a code mailed; where the defense takes nothing else, everybody does.
 */
export async function solve(refusal, page) {
  const { challenge, alternatives = [] } = refusal.body;
  const wait = alternatives.find(({ kind }) => kind === 'wait');
  const mail = alternatives.find(({ kind }) => kind === 'mail');
  const works = challenge.count > 0;
  const workers = [];
  const ways = [];
  let offer;
  if (works) ways.push(work(challenge, workers, (percent) => page.busy(page.say('busy.check', { percent }))));
  if (works && wait) ways.push(waited(challenge, wait.seconds));
  if (mail) {
    const dialog = async () => (await import('./more.js')).code({ ...page, refusal, mail });
    ways.push(works ? new Promise((done) => {
      offer = Object.assign(document.createElement('button'),
        { type: 'button', className: 'quiet', textContent: page.say('more.code') });
      offer.onclick = async () => {
        const answer = await dialog();
        if (answer) done(answer);
      };
      page.$('note').after(offer);
    }) : dialog().then((answer) => {
      if (answer) return answer;
      throw refusal;
    }));
  }
  try {
    return await Promise.race(ways);
  } finally {
    offer?.remove();
    if (page.$('more').dataset.what === 'code') page.$('more').close();
    for (const worker of workers) worker.terminate();
  }
}

function work(challenge, workers, progress) {
  const { token, count } = challenge;
  const nonces = [];
  return new Promise((done) => {
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
}

const waited = ({ token }, seconds) => new Promise((done) => {
  setTimeout(() => done({ token, nonces: [], waited: true }), 1000 * (seconds + 1));
});
