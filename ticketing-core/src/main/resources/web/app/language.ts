/** The page's language, chosen by the server from the switch or the browser's wishes. */
export const language = document.documentElement.lang === 'de' ? 'de' : 'en';

/** Of the language's ways to write dates and numbers the reader's own, if there is one. */
export const locale = navigator.languages?.find((wanted) => wanted.split('-')[0] === language)
  ?? { en: 'en-GB', de: 'de-DE' }[language];

const numbers = new Intl.NumberFormat(locale);
const rules = new Intl.PluralRules(language);

export const number = (value: number): string => numbers.format(value);

/** "1 seat", "2 seats": the number and its noun in the plural form of the language. */
export const plural = (value: number, one: string, other: string): string =>
  `${number(value)} ${rules.select(value) === 'one' ? one : other}`;

/** Keeps the choice for a year and shows the page anew; what stands after the # stays. */
export function switchLanguages(): void {
  document.addEventListener('click', (click) => {
    const link = (click.target as Element).closest<HTMLElement>('[data-language]');
    if (!link) return;
    click.preventDefault();
    document.cookie = `language=${link.dataset.language}; Path=/; Max-Age=31536000; SameSite=Lax`;
    location.reload();
  });
}
