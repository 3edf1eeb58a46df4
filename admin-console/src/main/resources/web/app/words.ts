import { language } from './language.js';

/** The same keys with other words in them; functions take the same. */
export type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string
    : T[K] extends (...given: infer A) => infer R ? (...given: A) => R
      : T[K] extends object ? Translated<T[K]> : T[K];
};

/** The words of one feature in the page's language. The compiler tells which key another language lacks. */
export function words<T extends object>(all: { en: T; de: Translated<NoInfer<T>> }): T {
  return language === 'de' ? all.de as unknown as T : all.en;
}

const rules = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/** "1 seat", "2 seats": the number and its noun in the plural form of the language. */
export const plural = (value: number, one: string, other: string): string =>
  `${numbers.format(value)} ${rules.select(value) === 'one' ? one : other}`;
