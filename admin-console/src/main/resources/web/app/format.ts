import { locale } from './language.js';

const numbers = new Intl.NumberFormat(locale);

/** Money as people write it; amounts are minor units. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: currency || 'EUR' });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** How many digits of an amount stand behind the point: 2 for euros, 0 for yen. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency: currency || 'EUR' }).resolvedOptions().maximumFractionDigits ?? 2;

export const count = (value: number): string => numbers.format(value);

/** A share from 0 to 1 as people write it. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(Number.isFinite(share) ? share : 0);

/** Date and time of day, in the reader's time zone or the venue's. */
export const moment = (iso: string | null | undefined, timeZone?: string): string => iso
  ? new Date(iso).toLocaleString(locale, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone,
  })
  : '–';

/** The day alone. */
export const day = (iso: string | null | undefined, timeZone?: string): string => iso
  ? new Date(iso).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
  : '–';

/** The time of day, to the second. */
export const clock = (iso: string | null | undefined): string => iso
  ? new Date(iso).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  : '–';

/** A length of time, in the two largest units that say anything: "1 h 20 min", "12 s". */
export function span(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '–';
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
  if (whole < 86_400) return joined(Math.floor(whole / 3600), 'h', Math.floor(whole % 3600 / 60), 'min');
  return joined(Math.floor(whole / 86_400), 'd', Math.floor(whole % 86_400 / 3600), 'h');
}

const joined = (large: number, unit: string, small: number, smaller: string): string =>
  small ? `${count(large)} ${unit} ${small} ${smaller}` : `${count(large)} ${unit}`;
