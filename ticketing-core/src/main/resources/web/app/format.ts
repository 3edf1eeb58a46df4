export interface Money {
  amount: number;
  currency: string;
}

/** Money as the reader's language writes it; amounts are minor units. */
export function money({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const sum = (prices: Money[]): Money => ({
  amount: prices.reduce((total, price) => total + price.amount, 0),
  currency: prices[0]?.currency ?? 'EUR',
});

/** A moment in the venue's own time, however far away the reader is. */
export const moment = (time: string, timeZone?: string): string =>
  new Date(time).toLocaleString(undefined, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone,
  });

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${new Intl.NumberFormat().format(number)} ${number === 1 ? one : many}`;
