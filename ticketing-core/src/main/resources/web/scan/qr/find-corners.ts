import type { BinaryImage } from './binary-image.js';

export interface Spot {
  x: number;
  y: number;
  module: number;
}

/** The three finders of one code, seen as if it stood upright. */
export interface Corners {
  topLeft: Spot;
  topRight: Spot;
  bottomLeft: Spot;
}

const MOST_SPOTS = 12;

/** What may be the corners of a code, the likeliest first. */
export function corners(image: BinaryImage): Corners[] {
  const spots = finders(image).slice(0, MOST_SPOTS);
  const found: { corners: Corners; fault: number }[] = [];
  for (let a = 0; a < spots.length; a++) {
    for (let b = a + 1; b < spots.length; b++) {
      for (let c = b + 1; c < spots.length; c++) found.push(arrange(spots[a]!, spots[b]!, spots[c]!));
    }
  }
  return found.filter(({ fault }) => fault < 0.9).sort((one, other) => one.fault - other.fault).slice(0, 4)
    .map((candidate) => candidate.corners);
}

/** The corner opposite the longest side is the top left; how far this is from half a square is its fault. */
function arrange(a: Spot, b: Spot, c: Spot): { corners: Corners; fault: number } {
  const distance = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y);
  const sides = [[distance(b, c), a, b, c], [distance(a, c), b, a, c], [distance(a, b), c, a, b]] as const;
  const [longest, topLeft, one, other] = [...sides].sort((left, right) => right[0] - left[0])[0]!;
  const cross = (one.x - topLeft.x) * (other.y - topLeft.y) - (one.y - topLeft.y) * (other.x - topLeft.x);
  const [topRight, bottomLeft] = cross > 0 ? [one, other] : [other, one];
  const [width, height] = [distance(topLeft, topRight), distance(topLeft, bottomLeft)];
  const sizes = [a.module, b.module, c.module];
  const fault = Math.abs(width - height) / Math.max(width, height)
    + Math.abs(longest / Math.hypot(width, height) - 1)
    + (Math.max(...sizes) - Math.min(...sizes)) / Math.max(...sizes);
  return { corners: { topLeft, topRight, bottomLeft }, fault };
}

/** Spots that show the finder's 1:1:3:1:1 across and down, those seen in most rows first. */
function finders(image: BinaryImage): Spot[] {
  const spots: (Spot & { seen: number })[] = [];
  for (let y = 0; y < image.height; y += 2) {
    scanRow(image, y, (middle, width) => {
      const down = crossCheck(image, middle, y, width, 0, 1);
      if (!down) return;
      const across = crossCheck(image, middle, down.at, width, 1, 0);
      if (!across) return;
      remember(spots, { x: across.at, y: down.at, module: (across.size + down.size) / 14 });
    });
  }
  return spots.sort((one, other) => other.seen - one.seen);
}

function remember(spots: (Spot & { seen: number })[], spot: Spot): void {
  const known = spots.find(({ x, y, module }) => Math.abs(x - spot.x) < 2 * module && Math.abs(y - spot.y) < 2 * module);
  if (!known) {
    spots.push({ ...spot, seen: 1 });
    return;
  }
  const blend = (before: number, now: number) => (before * known.seen + now) / (known.seen + 1);
  Object.assign(known, {
    x: blend(known.x, spot.x), y: blend(known.y, spot.y), module: blend(known.module, spot.module), seen: known.seen + 1,
  });
}

/** Calls for every run of dark, light, dark, light, dark in the finder's proportions. */
function scanRow(image: BinaryImage, y: number, found: (middle: number, width: number) => void): void {
  const runs: number[] = [];
  let start = 0;
  for (let x = 1; x <= image.width; x++) {
    if (x < image.width && image.dark(x, y) === image.dark(x - 1, y)) continue;
    runs.push(x - start);
    start = x;
    const last = runs.slice(-5);
    if (!image.dark(x - 1, y) || last.length < 5 || !inProportion(last)) continue;
    const width = last.reduce((total, run) => total + run, 0);
    found(x - last[4]! - last[3]! - last[2]! / 2, width);
  }
}

function inProportion(runs: number[]): boolean {
  const module = runs.reduce((total, run) => total + run, 0) / 7;
  if (module < 1) return false;
  return [1, 1, 3, 1, 1].every((share, index) => Math.abs(runs[index]! - share * module) < share * module * 0.6 + 0.5);
}

/** Whether the same proportions show through a point in another direction, and where their middle is. */
function crossCheck(image: BinaryImage, x: number, y: number, width: number, dx: number, dy: number) {
  const arm = (sign: number): number[] | null => {
    const runs: number[] = [];
    let step = sign > 0 ? 1 : 0;
    for (const dark of [true, false, true]) {
      let length = 0;
      while (image.dark(x + sign * step * dx, y + sign * step * dy) === dark && length <= width) {
        length++;
        step++;
      }
      if (length === 0 || length > width) return null;
      runs.push(length);
    }
    return runs;
  };
  if (!image.dark(x, y)) return null;
  const [back, ahead] = [arm(-1), arm(1)];
  if (!back || !ahead) return null;
  const runs = [back[2]!, back[1]!, back[0]! + ahead[0]!, ahead[1]!, ahead[2]!];
  if (!inProportion(runs)) return null;
  const size = runs.reduce((total, run) => total + run, 0);
  if (size > width * 2 || size < width / 2) return null;
  return { at: Math.floor(dx ? x : y) + (ahead[0]! - back[0]! + 1) / 2 + 0.5, size };
}
