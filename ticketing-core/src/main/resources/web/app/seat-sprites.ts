import { on, visible, type Theme } from './colors.js';

/** How a seat looks. Each state has a form of its own, so that nobody needs to tell colours apart. */
export const looks = ['FREE', 'HELD', 'SOLD', 'BLOCKED', 'CHOSEN', 'GONE'] as const;
export type Look = (typeof looks)[number];

/** Radius of a seat in parts of the distance between seats. */
const RADIUS = 0.41;

/**
 * All forms of all categories, drawn once for a size and copied from then on: full (free), ring (in a basket), dot
 * (sold), dash (not for sale), tick (chosen), cross (just taken). Wheelchair places are square.
 */
export class SeatSprites {
  #sheet: HTMLCanvasElement = document.createElement('canvas');
  readonly #rows = new Map<string, number>();
  #size = 0;

  constructor(readonly colors: ReadonlyMap<string, string>, readonly theme: Theme) {
    [...colors.keys()].forEach((category, row) => this.#rows.set(category, row));
  }

  /** Readies sprites for seats so many pixels of the device apart: of that very size, as copies cost least unscaled. */
  prepare(pitch: number): void {
    const size = Math.max(4, Math.round(pitch));
    if (size === this.#size) return;
    this.#size = size;
    this.#sheet = document.createElement('canvas');
    this.#sheet.width = size * looks.length * 2;
    this.#sheet.height = size * Math.max(1, this.#rows.size);
    const pen = this.#sheet.getContext('2d')!;
    for (const [category, row] of this.#rows) {
      const color = visible(this.colors.get(category) ?? '', this.theme.dark);
      looks.forEach((look, column) => {
        for (const square of [false, true]) {
          pen.save();
          pen.translate((column * 2 + Number(square) + 0.5) * size, (row + 0.5) * size);
          drawSeat(pen, look, { color, square, radius: size * RADIUS, theme: this.theme });
          pen.restore();
        }
      });
    }
  }

  /** Copies one seat; `x` and `y` are its middle in pixels of the device. */
  stamp(pen: CanvasRenderingContext2D, category: string, look: number, square: boolean, x: number, y: number): void {
    const size = this.#size;
    const row = this.#rows.get(category) ?? 0;
    pen.drawImage(this.#sheet, (look * 2 + (square ? 1 : 0)) * size, row * size, size, size,
      Math.round(x - size / 2), Math.round(y - size / 2), size, size);
  }
}

interface Form {
  color: string;
  square: boolean;
  radius: number;
  theme: Theme;
}

function drawSeat(pen: CanvasRenderingContext2D, look: Look, { color, square, radius, theme }: Form): void {
  pen.lineCap = 'round';
  pen.fillStyle = pen.strokeStyle = color;
  switch (look) {
    case 'FREE':
      outline(pen, square, radius);
      pen.fill();
      return;
    case 'HELD':
      pen.lineWidth = Math.max(1, radius * 0.24);
      outline(pen, square, radius - pen.lineWidth / 2);
      pen.globalAlpha = 0.85;
      pen.stroke();
      return;
    case 'SOLD':
      pen.fillStyle = theme.muted;
      pen.globalAlpha = 0.5;
      outline(pen, square, radius * 0.36);
      pen.fill();
      return;
    case 'BLOCKED':
      pen.strokeStyle = theme.muted;
      pen.globalAlpha = 0.35;
      pen.lineWidth = Math.max(1, radius * 0.22);
      line(pen, [[-radius * 0.45, 0], [radius * 0.45, 0]]);
      return;
    case 'CHOSEN':
      pen.fillStyle = theme.ink;
      outline(pen, square, radius * 1.16);
      pen.fill();
      pen.strokeStyle = theme.card;
      pen.lineWidth = Math.max(1, radius * 0.26);
      line(pen, [[-radius * 0.5, radius * 0.05], [-radius * 0.14, radius * 0.42], [radius * 0.52, -radius * 0.4]]);
      return;
    case 'GONE':
      pen.strokeStyle = theme.gone;
      pen.lineWidth = Math.max(1, radius * 0.24);
      outline(pen, square, radius - pen.lineWidth / 2);
      pen.stroke();
      line(pen, [[-radius * 0.4, -radius * 0.4], [radius * 0.4, radius * 0.4]]);
      line(pen, [[-radius * 0.4, radius * 0.4], [radius * 0.4, -radius * 0.4]]);
  }
}

function outline(pen: CanvasRenderingContext2D, square: boolean, radius: number): void {
  pen.beginPath();
  if (square) pen.roundRect(-radius * 0.92, -radius * 0.92, radius * 1.84, radius * 1.84, radius * 0.3);
  else pen.arc(0, 0, radius, 0, 2 * Math.PI);
}

function line(pen: CanvasRenderingContext2D, points: [number, number][]): void {
  pen.beginPath();
  points.forEach(([x, y]) => pen.lineTo(x, y));
  pen.stroke();
}

/** The colour of a seat's number. */
export const numberColor = (look: Look, color: string, theme: Theme): string =>
  look === 'FREE' ? on(visible(color, theme.dark)) : theme.muted;
