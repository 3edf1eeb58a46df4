import type { Box, Point } from './house.js';

const EASE_MILLIS = 220;
const LARGEST_SEAT = 46;

/**
 * Which part of the house is seen: a point in the middle, and how many pixels a unit of the plan has. Keeps the house
 * in view, moves at once or gently, and says when to draw.
 */
export class MapCamera {
  x: number;
  y: number;
  scale = 1;
  width = 1;
  height = 1;
  #frame = 0;
  #flight: { from: [number, number, number]; to: [number, number, number]; began: number } | null = null;

  constructor(readonly box: Box, readonly pitch: number, readonly draw: () => void) {
    this.x = box.x + box.width / 2;
    this.y = box.y + box.height / 2;
  }

  /** The size of the drawing in CSS pixels; what was seen stays seen. */
  resize(width: number, height: number): void {
    const whole = this.whole || this.width === 1;
    [this.width, this.height] = [width, height];
    if (whole) this.scale = this.least;
    this.show(this.x, this.y, this.scale);
  }

  get least(): number {
    return Math.min(this.width / this.box.width, this.height / this.box.height);
  }

  get most(): number {
    return Math.max(this.least, LARGEST_SEAT / this.pitch);
  }

  /** The whole house is in view. */
  get whole(): boolean {
    return this.scale <= this.least * 1.01;
  }

  get seen(): Box {
    const [width, height] = [this.width / this.scale, this.height / this.scale];
    return { x: this.x - width / 2, y: this.y - height / 2, width, height };
  }

  toPlan({ x, y }: Point): Point {
    return { x: this.x + (x - this.width / 2) / this.scale, y: this.y + (y - this.height / 2) / this.scale };
  }

  toScreen({ x, y }: Point): Point {
    return { x: (x - this.x) * this.scale + this.width / 2, y: (y - this.y) * this.scale + this.height / 2 };
  }

  show(x: number, y: number, scale: number): void {
    this.#flight = null;
    this.#place(x, y, scale);
    this.redraw();
  }

  /** Moves by pixels of the screen. */
  pan(dx: number, dy: number): void {
    this.show(this.x - dx / this.scale, this.y - dy / this.scale, this.scale);
  }

  /** Nearer or further; the point of the house under `at` stays where it is. */
  zoomAt(at: Point, factor: number): void {
    const fixed = this.toPlan(at);
    const scale = this.#bounded(this.scale * factor);
    const ratio = this.scale / scale;
    this.show(fixed.x + (this.x - fixed.x) * ratio, fixed.y + (this.y - fixed.y) * ratio, scale);
  }

  /** Moves gently, or at once for those who want less motion. */
  flyTo(x: number, y: number, scale: number): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.show(x, y, scale);
    this.#flight = { from: [this.x, this.y, this.scale], to: [x, y, this.#bounded(scale)], began: performance.now() };
    this.redraw();
  }

  /** Nearer or further, by steps that add up; `aim` says where to look from a point once so much nearer. */
  flyBy(factor: number, aim: (middle: Point, scale: number) => Point = (middle) => middle): void {
    const [x, y, scale] = this.#flight?.to ?? [this.x, this.y, this.scale];
    const next = this.#bounded(scale * factor);
    const middle = aim({ x, y }, next);
    this.flyTo(middle.x, middle.y, next);
  }

  fit(box: Box): void {
    const scale = Math.min(this.width / box.width, this.height / box.height);
    this.flyTo(box.x + box.width / 2, box.y + box.height / 2, scale);
  }

  reset(): void {
    this.flyTo(this.box.x + this.box.width / 2, this.box.y + this.box.height / 2, this.least);
  }

  redraw(): void {
    this.#frame ||= requestAnimationFrame((time) => {
      this.#frame = 0;
      this.#fly(time);
      this.draw();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #fly(time: number): void {
    if (!this.#flight) return;
    const { from, to, began } = this.#flight;
    const part = Math.min(1, Math.max(0, time - began) / EASE_MILLIS);
    const eased = 1 - (1 - part) ** 3;
    const scale = from[2] * (to[2] / from[2]) ** eased;
    this.#place(from[0] + (to[0] - from[0]) * eased, from[1] + (to[1] - from[1]) * eased, scale);
    if (part === 1) this.#flight = null;
    else this.redraw();
  }

  #bounded(scale: number): number {
    return Math.min(this.most, Math.max(this.least, scale));
  }

  #place(x: number, y: number, scale: number): void {
    this.scale = this.#bounded(scale);
    const { width, height } = this.seen;
    this.x = within(x, this.box.x, this.box.width, width);
    this.y = within(y, this.box.y, this.box.height, height);
  }
}

/** The middle of a window that stays inside, or in the middle where the window is wider than what it shows. */
function within(value: number, from: number, size: number, part: number): number {
  if (part >= size) return from + size / 2;
  return Math.min(from + size - part / 2, Math.max(from + part / 2, value));
}
