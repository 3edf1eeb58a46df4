// What few fans ask for, fetched when one does: giving up a place, checking it, and taking it to another device. It gets
// from the page what it needs, so that the page itself stays in one piece.

import { verify } from './receipt.js';
import { problemInWords } from './words.js';

const say = (page, key, facts) => page.say(`more.${key}`, facts);

function open(page, what) {
  const dialog = page.$('more');
  dialog.dataset.what = what;
  dialog.onclose = null;
  page.$('more-heading').textContent = say(page, what);
  fillIn(page, paragraph(say(page, 'wait')));
  if (!dialog.open) dialog.showModal();
  return dialog;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
const paragraph = (text, properties) => make('p', { textContent: text, ...properties });
const button = (text, value, className) => make('button', { textContent: text, value, className });

/** Below what is there stand the ways out; without other ones, the plain one. */
function fillIn(page, ...contents) {
  const way = contents.at(-1) instanceof HTMLFormElement ? [] : [ways(button(say(page, 'close'), 'close', ''))];
  page.$('more-body').replaceChildren(...contents, ...way);
}
const ways = (...buttons) => make('form', { method: 'dialog', className: 'actions' }, ...buttons);

// Give up my place

export function leave(page) {
  const dialog = open(page, 'leave');
  fillIn(page, paragraph(say(page, 'leave.text')), ways(
    button(say(page, 'leave.stay'), 'stay', 'primary'), button(say(page, 'leave.go'), 'leave', 'quiet')));
  dialog.querySelector('button').focus();
  dialog.returnValue = '';
  dialog.onclose = () => dialog.returnValue === 'leave' && page.ask('leave');
}

// A code by mail instead of work

let sent; // the code that is on its way, and whom to; a slip of the pen costs no second letter

/** The code, with what it is good for; null when the dialog was closed without one. */
export function code(page) {
  const dialog = open(page, 'code');
  const { token } = page.refusal.body.challenge;
  const fault = paragraph('', { role: 'alert' });
  const field = (label, properties) => {
    const input = make('input', { required: true, ...properties });
    return [make('label', {}, say(page, label), input), input];
  };
  const form = (contents, label, submit) => {
    const shown = make('form', {}, ...contents, fault, make('div', { className: 'actions' },
      button(say(page, label), '', 'primary'),
      make('button', { type: 'button', textContent: say(page, 'close'), onclick: () => dialog.close() })));
    shown.onsubmit = (submission) => {
      submission.preventDefault();
      submit();
    };
    fillIn(page, shown);
    shown.querySelector('input').focus();
  };
  return new Promise((done) => {
    dialog.onclose = () => done(null);
    const ask = () => {
      const [label, email] = field('code.to', { type: 'email', autocomplete: 'email', maxLength: 254 });
      form([paragraph(say(page, 'code.text')), label], 'code.send', async () => {
        try {
          const body = { token, action: page.mail.action, scope: page.mail.scope, key: await page.publicKey(), email: email.value };
          sent = { ...(await page.call('POST', page.mail.address, { body })).body, email: email.value };
          enter();
        } catch (refusal) {
          const { heading, text } = problemInWords({ code: '', ...refusal });
          fault.textContent = `${heading}. ${text}`;
        }
      });
    };
    const enter = (wrong = '') => {
      const [label, typed] = field('code.code', { inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 12 });
      fault.textContent = wrong;
      form([paragraph(say(page, 'code.sent', { email: sent.email })), label], 'code.enter', () => {
        done({ token: sent.token, nonces: [], code: typed.value.replaceAll(' ', '') });
      });
    };
    if (sent && Date.parse(sent.expiresAt) > Date.now()) enter(say(page, 'code.wrong'));
    else ask();
  });
}

// Object to a refusal

/** Who objected before sees how it stands. */
export async function appeal(page) {
  const { reference } = page.state.problem.body;
  const dialog = open(page, 'appeal');
  if (sessionStorage.getItem(`appeal:${reference}`)) {
    const { body } = await page.persist(() => page.call('GET', `/appeals/${reference}`));
    fillIn(page, paragraph(`${say(page, `appeal.${body.state}`, { reference })} ${body.reason ?? ''}`));
    if (body.state === 'GRANTED') dialog.onclose = () => page.ask(page.state.problem.wish ?? 'join');
    return;
  }
  const message = make('textarea', { rows: 4, maxLength: 2000 });
  message.setAttribute('aria-label', say(page, 'appeal.text'));
  fillIn(page, paragraph(say(page, 'appeal.text')), message,
    ways(button(say(page, 'appeal.send'), 'send', 'primary'), button(say(page, 'close'), 'close', '')));
  dialog.returnValue = '';
  dialog.onclose = async () => {
    if (dialog.returnValue !== 'send' || !message.value.trim()) return;
    open(page, 'appeal');
    await page.persist(() => page.call('POST', '/appeals', { body: { reference, message: message.value } }));
    sessionStorage.setItem(`appeal:${reference}`, '1');
    fillIn(page, paragraph(say(page, 'appeal.sent', { reference })));
  };
}

// Check my place

/** The first receipt is kept: whoever later shows another history is found out. */
export async function check(page) {
  open(page, 'check');
  const path = page.releasePath('/visitors/me/receipt');
  const { body: receipt } = await page.persist(() => page.call('GET', path));
  const memory = `queue:${page.state.release.id}:receipt`;
  const kept = JSON.parse(localStorage.getItem(memory) ?? 'null');
  const before = kept?.nonce === receipt.nonce && kept.treeSize <= receipt.treeSize ? kept : null;
  const { body: keys } = await page.call('GET', '/jwks.json');
  const proof = before && (await page.call('GET',
    page.releasePath(`/fairness/consistency?from=${before.treeSize}&to=${receipt.treeSize}`))).body.proof;
  const findings = await verify(receipt, page.state.release.id, keys.keys, before && { receipt: before, proof });
  const fine = Object.values(findings).every(Boolean);
  if (fine && !before) localStorage.setItem(memory, JSON.stringify(receipt));
  const steps = Object.entries(findings).map(([step, holds]) =>
    make('li', {}, `${holds ? '✓' : '✗'} ${say(page, `${step}.${holds}`, { index: receipt.index, size: receipt.treeSize })}`));
  const file = URL.createObjectURL(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }));
  fillIn(page,
    paragraph(say(page, fine ? 'fine' : 'wrong'), { id: 'verdict' }),
    make('ul', {}, ...steps),
    make('p', {}, make('a', { href: file, download: 'receipt.json', textContent: say(page, 'download') })),
  );
}

// Continue on my phone

const SVG = 'http://www.w3.org/2000/svg';
function drawing({ size, path }, label) {
  const svg = document.createElementNS(SVG, 'svg');
  const modules = document.createElementNS(SVG, 'path');
  const attributes = { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  modules.setAttribute('d', path);
  svg.append(modules);
  return svg;
}

/** The code ends by itself; so does the dialog. The page learns from its own reads that the place has moved. */
export async function phone(page) {
  const dialog = open(page, 'phone');
  const path = page.releasePath('/visitors/me/handover');
  let offer;
  try {
    offer = (await page.call('POST', path, { headers: { DPoP: await page.proof('POST', path) } })).body;
  } catch (refusal) {
    if (refusal.code !== 'not-movable') throw refusal;
    fillIn(page, paragraph(say(page, 'phone.not')));
    return;
  }
  const left = paragraph('');
  fillIn(page,
    drawing(offer.qr, say(page, 'phone.picture')),
    paragraph(say(page, 'phone.text')),
    left,
    make('p', {}, make('a', { href: offer.address, textContent: say(page, 'phone.link'), onclick: copy })),
  );
  const remaining = () => {
    const seconds = Math.max(0, Math.ceil((Date.parse(offer.expiresAt) - page.now()) / 1000));
    left.textContent = say(page, 'phone.left', { seconds });
    return seconds;
  };
  remaining();
  const beat = setInterval(() => {
    if (remaining() > 0 && dialog.open) return page.wake();
    clearInterval(beat);
    dialog.close();
  }, 1500);

  function copy(click) {
    click.preventDefault();
    navigator.clipboard?.writeText(offer.address);
    click.target.textContent = say(page, 'phone.copied');
  }
}
