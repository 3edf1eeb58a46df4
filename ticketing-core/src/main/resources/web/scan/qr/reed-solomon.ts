/* Arithmetic in the field of 256 elements that QR codes use. */
const powers = new Uint8Array(512);
const logarithms = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  powers[exponent] = powers[exponent + 255] = value;
  logarithms[value] = exponent;
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1;
}

const times = (a: number, b: number): number => (a && b ? powers[logarithms[a]! + logarithms[b]!]! : 0);
const over = (a: number, b: number): number => (a ? powers[logarithms[a]! + 255 - logarithms[b]!]! : 0);

/** The value of a polynomial, its lowest coefficient first. */
const valueAt = (polynomial: number[], x: number): number =>
  polynomial.reduceRight((value, coefficient) => times(value, x) ^ coefficient, 0);

/**
 * Mends a block whose last words are for correction (Berlekamp and Massey, Chien, Forney). Null when more words are
 * wrong than can be mended.
 */
export function correct(block: number[], forCorrection: number): number[] | null {
  const ascending = [...block].reverse();
  const syndromes = Array.from({ length: forCorrection }, (_, index) => valueAt(ascending, powers[index]!));
  if (syndromes.every((value) => value === 0)) return block;
  const locator = locate(syndromes);
  const faults = locator.length - 1;
  if (faults * 2 > forCorrection) return null;
  const evaluator = syndromes.map((_, index) => {
    let value = 0;
    for (let at = 0; at <= Math.min(index, faults); at++) value ^= times(locator[at]!, syndromes[index - at]!);
    return value;
  });
  const slope = locator.map((coefficient, index) => (index % 2 ? coefficient : 0)).slice(1);
  const mended = [...block];
  let found = 0;
  for (let place = 0; place < block.length; place++) {
    const inverse = powers[(255 - place) % 255]!;
    if (valueAt(locator, inverse) !== 0) continue;
    const size = over(valueAt(evaluator, inverse), valueAt(slope, inverse));
    mended[block.length - 1 - place]! ^= times(powers[place]!, size);
    found++;
  }
  return found === faults ? mended : null;
}

/** The polynomial whose roots tell where faults are. */
function locate(syndromes: number[]): number[] {
  let locator = [1];
  let before = [1];
  let [length, gap, lastDifference] = [0, 1, 1];
  for (let step = 0; step < syndromes.length; step++) {
    let difference = syndromes[step]!;
    for (let index = 1; index <= length; index++) difference ^= times(locator[index] ?? 0, syndromes[step - index]!);
    if (difference === 0) {
      gap++;
      continue;
    }
    const factor = over(difference, lastDifference);
    const next = [...locator];
    before.forEach((coefficient, index) => (next[index + gap] = (next[index + gap] ?? 0) ^ times(factor, coefficient)));
    for (let index = 0; index < next.length; index++) next[index] ??= 0;
    if (2 * length <= step) [length, before, lastDifference, gap] = [step + 1 - length, locator, difference, 1];
    else gap++;
    locator = next;
  }
  return locator.slice(0, length + 1);
}
