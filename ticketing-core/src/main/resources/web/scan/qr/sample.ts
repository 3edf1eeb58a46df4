import type { BinaryImage } from './binary-image.js';
import type { Corners, Spot } from './find-corners.js';

interface Point {
  x: number;
  y: number;
}

/** The modules of a code, true where dark; `size` in a row. */
export interface Modules {
  size: number;
  dark: boolean[][];
}

const SMALLEST = 21;
const LARGEST = 97;

/** Reads the modules between three corners: of the size that was measured, and of its neighbours. */
export function* sample(image: BinaryImage, found: Corners): Generator<Modules> {
  const { topLeft, topRight, bottomLeft } = found;
  const module = (measure(image, topLeft, topRight) + measure(image, topRight, topLeft)
    + measure(image, topLeft, bottomLeft) + measure(image, bottomLeft, topLeft)) / 4;
  const distance = (Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y)
    + Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y)) / 2;
  const nearest = Math.round((distance / module + 7 - 17) / 4) * 4 + 17;
  for (const size of [nearest, nearest + 4, nearest - 4]) {
    if (size < SMALLEST || size > LARGEST) continue;
    const mark = size > SMALLEST ? alignment(image, found, size, module) : null;
    if (mark) yield read(image, found, size, mark, size - 6.5);
    yield read(image, found, size, parallel(found), size - 3.5);
  }
}

/** The size of a module at a finder, on the line to another one: across a turned code rows of pixels run too long. */
function measure(image: BinaryImage, at: Spot, towards: Spot): number {
  const length = Math.hypot(towards.x - at.x, towards.y - at.y);
  const [dx, dy] = [(towards.x - at.x) / length, (towards.y - at.y) / length];
  const edge = (sign: number): number => {
    let changes = 0;
    let dark = true;
    for (let step = 0; step < at.module * 8; step += 0.5) {
      if (image.dark(at.x + sign * step * dx, at.y + sign * step * dy) === dark) continue;
      dark = !dark;
      if (++changes === 3) return step;
    }
    return at.module * 3.5;
  };
  return (edge(1) + edge(-1)) / 7;
}

/** Where the fourth corner would be if the code lay flat. */
const parallel = ({ topLeft, topRight, bottomLeft }: Corners): Point =>
  ({ x: topRight.x - topLeft.x + bottomLeft.x, y: topRight.y - topLeft.y + bottomLeft.y });

/** The small square near the fourth corner: the spot around its guessed place that looks most like one. */
function alignment(image: BinaryImage, found: Corners, size: number, module: number): Point | null {
  const { topLeft } = found;
  const fourth = parallel(found);
  const share = 1 - 3 / (size - 7);
  const guess = { x: topLeft.x + (fourth.x - topLeft.x) * share, y: topLeft.y + (fourth.y - topLeft.y) * share };
  const along = direction(topLeft, found.topRight, size);
  const down = direction(topLeft, found.bottomLeft, size);
  const reach = Math.ceil(module * 6);
  const step = Math.max(1, Math.floor(module / 4));
  let best: Point | null = null;
  let most = 20;
  for (let dy = -reach; dy <= reach; dy += step) {
    for (let dx = -reach; dx <= reach; dx += step) {
      const at = { x: guess.x + dx, y: guess.y + dy };
      const score = likeness(image, at, along, down) - Math.hypot(dx, dy) / (reach * 2);
      if (score > most) [best, most] = [at, score];
    }
  }
  return best;
}

/** One module's step from one finder towards another. */
const direction = (from: Spot, to: Spot, size: number): Point =>
  ({ x: (to.x - from.x) / (size - 7), y: (to.y - from.y) / (size - 7) });

/** Of its 25 modules so many are as they should be: a dark frame, a light ring, a dark middle. */
function likeness(image: BinaryImage, at: Point, along: Point, down: Point): number {
  let right = 0;
  for (let row = -2; row <= 2; row++) {
    for (let column = -2; column <= 2; column++) {
      const dark = Math.max(Math.abs(row), Math.abs(column)) !== 1;
      const x = at.x + along.x * column + down.x * row;
      const y = at.y + along.y * column + down.y * row;
      if (image.dark(x, y) === dark) right++;
    }
  }
  return right;
}

/** Lays a net of modules over four points; `fourthAt` is where in the code the fourth lies. */
function read(image: BinaryImage, { topLeft, topRight, bottomLeft }: Corners, size: number, fourth: Point, fourthAt: number): Modules {
  const near = 3.5;
  const far = size - 3.5;
  const place = projection([
    [near, near, topLeft], [far, near, topRight], [fourthAt, fourthAt, fourth], [near, far, bottomLeft],
  ]);
  const dark: boolean[][] = [];
  for (let row = 0; row < size; row++) {
    const line: boolean[] = [];
    for (let column = 0; column < size; column++) {
      const { x, y } = place(column + 0.5, row + 0.5);
      line.push(image.dark(x, y));
    }
    dark.push(line);
  }
  return { size, dark };
}

/** The projection that takes four places of the code to four points of the picture: eight linear equations. */
function projection(pairs: [number, number, Point][]): (u: number, v: number) => Point {
  const rows = pairs.flatMap(([u, v, { x, y }]) => [
    [u, v, 1, 0, 0, 0, -u * x, -v * x, x], [0, 0, 0, u, v, 1, -u * y, -v * y, y],
  ]);
  const [a, b, c, d, e, f, g, h] = solve(rows) as [number, number, number, number, number, number, number, number];
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return { x: (a * u + b * v + c) / depth, y: (d * u + e * v + f) / depth };
  };
}

/** Gauss's elimination with the largest pivot. */
function solve(rows: number[][]): number[] {
  const count = rows.length;
  for (let column = 0; column < count; column++) {
    let pivot = column;
    for (let row = column; row < count; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < count; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= count; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return rows.map((row, index) => row[count]! / row[index]!);
}
