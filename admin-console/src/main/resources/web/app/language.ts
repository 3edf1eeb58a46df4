/** The page's language, chosen by the server from the switch or the browser's wishes. */
export const language: 'en' | 'de' = document.documentElement.lang === 'de' ? 'de' : 'en';

/** Of the language's ways to write dates and numbers the reader's own, if there is one. */
export const locale = navigator.languages?.find((wanted) => wanted.split('-')[0] === language)
  ?? { en: 'en-GB', de: 'de-DE' }[language];

/** Keeps the choice for a year and shows the page anew. */
export function chooseLanguage(chosen: 'en' | 'de'): void {
  document.cookie = `language=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
  location.reload();
}
