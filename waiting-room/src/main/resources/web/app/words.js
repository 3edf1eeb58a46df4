// What the page says: only the chosen language is sent. Numbers, times and plural forms are the browser's.

export const language = document.documentElement.lang;
const words = JSON.parse(document.getElementById('words').textContent);
let more;
let complete = false;
const locale = navigator.languages?.find((wanted) => wanted.startsWith(language)) ?? language;
const rules = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(locale);

export const number = (value) => numbers.format(value);
export const when = (time) => new Date(time).toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
const fill = (text, facts = {}) => text.replace(/\{(\w+)\}/g, (slot, name) => facts[name] ?? slot);
const find = (key) => words[key] ?? words[`rare.${key}`];
const knows = (key) => find(key) !== undefined;
export function say(key, facts) {
  if (!knows(key) && !complete) learnMore();
  return fill(find(key) ?? '', facts);
}

const inForm = (key, form, facts) => say(knows(`${key}.${form}`) ? `${key}.${form}` : `${key}.other`, facts);

/** In the plural form of the language: "1 fan", "2 fans". */
export const count = (key, n) => inForm(key, rules.select(n), { n: number(n) });

/** A range, in the form its language uses for it: "2 to 5 minutes". */
function range(key, low, high) {
  const facts = { n: say('range', { low: number(low), high: number(high) }) };
  return inForm(key, rules.selectRange?.(low, high) ?? rules.select(high), facts);
}

export function waitInWords({ low, high } = {}) {
  if (high == null) return say('wait.unknown');
  if (high < 60) return say('wait.moment');
  const [unit, seconds] = high >= 7200 ? ['hours', 3600] : ['minutes', 60];
  const [least, most] = [low, high].map((time) => Math.max(1, Math.ceil(time / seconds)));
  return least === most ? say('wait.about', { time: count(unit, most) }) : range(unit, least, most);
}

export function money({ amount, currency }) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}

async function fetchMore() {
  try {
    Object.assign(words, await (await fetch(`/queue/words/${language}`)).json());
    complete = true;
    dispatchEvent(new Event('words'));
  } catch {
    more = null; // whoever asks again tries again
  }
}

/** The words few fans need are fetched when one does; whoever shows words is told when they have come. */
export const learnMore = () => (more ??= fetchMore());

/** What went wrong, in the fan's language; the server's own words only where they are of the same. */
export function problemInWords({ code, body }) {
  const key = code.startsWith('access-code') ? 'problem.code' : `problem.${code}`;
  const { title, detail, reference } = body ?? {};
  const [heading, text] = knows(key) ? [say(key), say(`${key}.text`)]
    : language === 'en' && title ? [title, detail ?? ''] : [say('failed'), say('failed.text')];
  return { heading, text: reference ? `${text} (${reference})` : text };
}
