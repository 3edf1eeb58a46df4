import { correct } from './reed-solomon.js';
import type { Modules } from './sample.js';

/** Words for correction in a block, and blocks, by version from 1 to 20, for the levels L, M, Q and H. */
const correction = [
  [[7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
    [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]],
  [[10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]],
  [[13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
    [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20]],
  [[17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28],
    [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25]],
] as const;

/** The level that the two bits of the format name. */
const levels = [1, 0, 3, 2];

const masks: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The text of a code; null where the modules make none. */
export function decode(modules: Modules): string | null {
  const format = formatOf(modules);
  const version = (modules.size - 17) / 4;
  if (!format || version > correction[0][0].length) return null;
  const words = codewords(modules, version, format.mask);
  const data = blocks(words, version, format.level);
  return data && text(data, version);
}

/** The format stands twice beside the finders; the valid one with the fewest bits wrong counts, up to three. */
function formatOf({ dark, size }: Modules): { level: number; mask: number } | null {
  const bit = (row: number, column: number) => Number(dark[row]![column]!);
  const beside = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => bit(8, column))
    .concat([7, 5, 4, 3, 2, 1, 0].map((row) => bit(row, 8)));
  const apart = [1, 2, 3, 4, 5, 6, 7].map((step) => bit(size - step, 8))
    .concat([8, 7, 6, 5, 4, 3, 2, 1].map((step) => bit(8, size - step)));
  let best: { level: number; mask: number } | null = null;
  let least = 4;
  for (let value = 0; value < 32; value++) {
    const valid = formatBits(value);
    for (const seen of [beside, apart]) {
      const wrong = seen.filter((found, index) => found !== ((valid >> (14 - index)) & 1)).length;
      if (wrong < least) [best, least] = [{ level: levels[value >> 3]!, mask: value & 7 }, wrong];
    }
  }
  return best;
}

/** Five bits with their ten of correction (BCH), masked. */
function formatBits(value: number): number {
  let rest = value << 10;
  for (let at = 14; at >= 10; at--) if ((rest >> at) & 1) rest ^= 0x537 << (at - 10);
  return ((value << 10) | rest) ^ 0x5412;
}

/** The words in their order: two columns at a time from the right, up and down, around what is no data. */
function codewords({ dark, size }: Modules, version: number, mask: number): number[] {
  const reserved = reservedIn(size, version);
  const words: number[] = [];
  let [word, bits] = [0, 0];
  let upward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const row = upward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (reserved(row, column)) continue;
        word = (word << 1) | Number(dark[row]![column]! !== masks[mask]!(row, column));
        if (++bits < 8) continue;
        words.push(word);
        [word, bits] = [0, 0];
      }
    }
    upward = !upward;
  }
  return words;
}

function reservedIn(size: number, version: number): (row: number, column: number) => boolean {
  const middles = alignments(version, size);
  const last = middles.length - 1;
  return (row, column) => {
    if (row === 6 || column === 6) return true;
    if (row < 9 && (column < 9 || column >= size - 8) || row >= size - 8 && column < 9) return true;
    if (version >= 7 && (row < 6 && column >= size - 11 || column < 6 && row >= size - 11)) return true;
    return middles.some((y, one) => Math.abs(row - y) <= 2 && middles.some((x, other) => Math.abs(column - x) <= 2
      && !(one === 0 && other === 0 || one === 0 && other === last || one === last && other === 0)));
  };
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - step * (count - 2 - index))];
}

/** The words of all blocks put in line, with their faults mended; null when there are too many. */
function blocks(words: number[], version: number, level: number): number[] | null {
  const [forCorrection, count] = [correction[level]![0][version - 1]!, correction[level]![1][version - 1]!];
  const short = Math.floor(words.length / count) - forCorrection;
  const longer = words.length % count;
  const lengths = Array.from({ length: count }, (_, block) => short + (block >= count - longer ? 1 : 0));
  const rows: number[][] = lengths.map(() => []);
  let at = 0;
  for (let index = 0; index <= short; index++) {
    rows.forEach((row, block) => {
      if (index < lengths[block]!) row.push(words[at++]!);
    });
  }
  for (let index = 0; index < forCorrection; index++) rows.forEach((row) => row.push(words[at++]!));
  const data: number[] = [];
  for (const [block, row] of rows.entries()) {
    const mended = correct(row, forCorrection);
    if (!mended) return null;
    data.push(...mended.slice(0, lengths[block]));
  }
  return data;
}

/** Reads the segments: numbers, capitals, bytes as UTF-8. Others are not on tickets. */
function text(data: number[], version: number): string | null {
  let at = 0;
  const take = (bits: number): number => {
    let value = 0;
    for (let index = 0; index < bits; index++, at++) value = (value << 1) | (((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
  const small = version < 10;
  let found = '';
  while (at + 4 <= data.length * 8) {
    const mode = take(4);
    if (mode === 0) return found;
    if (mode === 7) take(8);
    else if (mode === 4) {
      const bytes = Uint8Array.from({ length: take(small ? 8 : 16) }, () => take(8));
      found += new TextDecoder().decode(bytes);
    } else if (mode === 2) found += capitals(take(small ? 9 : 11), take);
    else if (mode === 1) found += digits(take(small ? 10 : 12), take);
    else return null;
  }
  return found;
}

function capitals(count: number, take: (bits: number) => number): string {
  let found = '';
  for (; count >= 2; count -= 2) {
    const pair = take(11);
    found += (alphanumeric[Math.floor(pair / 45)] ?? '') + alphanumeric[pair % 45]!;
  }
  return count ? found + (alphanumeric[take(6)] ?? '') : found;
}

function digits(count: number, take: (bits: number) => number): string {
  let found = '';
  for (; count >= 3; count -= 3) found += String(take(10)).padStart(3, '0');
  return count ? found + String(take(count === 2 ? 7 : 4)).padStart(count, '0') : found;
}
