import { count } from '../format.js';

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** An amount of memory in the largest unit of which there is at least one. */
export function bytes(amount: number | null | undefined): string {
  if (amount === null || amount === undefined || amount < 0) return '–';
  const power = amount < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(amount) / Math.log(1024)));
  const value = amount / 1024 ** power;
  return `${count(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[power]}`;
}
