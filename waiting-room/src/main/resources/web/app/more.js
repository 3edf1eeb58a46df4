// What few fans ask for, fetched when one does: giving up a place, checking it, and taking it to another device. It gets
// from the page what it needs, so that the page itself stays in one piece.

import { verify } from './receipt.js';

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

// Object to a refusal

export function appeal(page) {
  const { reference } = page.state.problem.body;
  const dialog = open(page, 'appeal');
  const message = make('textarea', { rows: 4, maxLength: 2000 });
  message.setAttribute('aria-label', say(page, 'appeal.text'));
  fillIn(page, paragraph(say(page, 'appeal.text')), message,
    ways(button(say(page, 'appeal.send'), 'send', 'primary'), button(say(page, 'close'), 'close', '')));
  dialog.returnValue = '';
  dialog.onclose = async () => {
    if (dialog.returnValue !== 'send' || !message.value.trim()) return;
    open(page, 'appeal');
    await page.persist(() => page.call('POST', '/appeals', { body: { reference, message: message.value } }));
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
