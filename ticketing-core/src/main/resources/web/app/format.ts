import { locale } from './language.js';

export { locale, number } from './language.js';

export interface Money {
  amount: number;
  currency: string;
}

/** Money as people write it; amounts are minor units. */
export function money({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const sum = (prices: Money[]): Money => ({
  amount: prices.reduce((total, price) => total + price.amount, 0),
  currency: prices[0]?.currency ?? 'EUR',
});

/** A moment in the venue's own time, however far away the reader is. */
export const moment = (time: string, timeZone?: string): string =>
  new Date(time).toLocaleString(locale, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone,
  });
