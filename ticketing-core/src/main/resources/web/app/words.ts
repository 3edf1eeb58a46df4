import { language } from './language.js';
import { german } from './words/de.js';
import { germanProblems } from './words/de-problems.js';
import { english, type Words } from './words/en.js';

/** All that the pages say, in the page's language. */
export const say: Words = { en: english, de: german }[language];

/** A problem's title and cure in the page's language; the server tells them in English. */
export function problemInWords(problem: Record<string, any>): readonly [string, string] | undefined {
  const known = language === 'de' ? germanProblems[problem.code] : undefined;
  return known && [known[0], known[1].replace(/\{(\w+)\}/g, (slot, field) => String(problem[field] ?? slot))];
}
