import { themeOf, visible, type Theme } from './colors.js';
import type { House } from './house.js';
import type { MapCamera } from './map-camera.js';
import { looks, numberColor, SeatSprites, type Look } from './seat-sprites.js';
import type { Category, Seat, Shape } from './seats.js';

const SINGLE_SEATS_FROM = 6;
const ROW_NAMES_FROM = 12;
const NUMBERS_FROM = 24;
const SHARES = 4;

/** What the painter asks about the sale. */
export interface Sight {
  look(seat: Seat): Look;
  dim(category: string): boolean;
  categories(): Category[];
  freeText(free: number): string;
}

/**
 * Draws the house on two canvases: below what stands, above the seats. Far away it draws rows as bands, the fuller in
 * colour the more seats are free, with the zones' names; nearer it copies a sprite for each seat in view. A seat whose
 * state changed is redrawn alone.
 */
export class MapPainter {
  readonly #ground: CanvasRenderingContext2D;
  readonly #top: CanvasRenderingContext2D;
  #theme!: Theme;
  #sprites!: SeatSprites;
  #colors = new Map<string, string>();
  #ratio = 1;
  #free: { bands: number[]; zones: number[] } | null = null;
  #paths: Map<string, Path2D> | null = null;

  constructor(ground: HTMLCanvasElement, top: HTMLCanvasElement, readonly house: House, readonly camera: MapCamera,
    readonly sight: Sight) {
    this.#ground = ground.getContext('2d')!;
    this.#top = top.getContext('2d')!;
    this.dress();
  }

  /** Takes colours up anew, after the scheme or the categories changed. */
  dress(): void {
    this.#theme = themeOf(this.#ground.canvas);
    this.#colors = new Map(this.sight.categories().map(({ id, color }) => [id, color]));
    this.#sprites = new SeatSprites(this.#colors, this.#theme);
  }

  /** Pixels of the screen from seat to seat. */
  get pitch(): number {
    return this.house.pitch * this.camera.scale;
  }

  /** Seats are drawn one by one, and can be told apart by a finger or nearly so. */
  get single(): boolean {
    return this.pitch >= SINGLE_SEATS_FROM;
  }

  draw(): void {
    this.#fitToScreen();
    this.#clear(this.#ground);
    this.#clear(this.#top);
    this.#inPlan(this.#ground, (pen) => this.house.shapes.forEach((shape) => drawShape(pen, shape, this.#theme)));
    if (!this.single) {
      this.#drawBands();
      this.#drawZoneNames();
      return;
    }
    const { x, y, width, height } = this.camera.seen;
    const margin = this.house.pitch;
    this.#sprites.prepare(this.pitch * this.#ratio);
    const box = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
    this.house.within(box, (seat) => this.#stamp(seat));
    this.#top.globalAlpha = 1;
    if (this.pitch >= NUMBERS_FROM) this.house.within(box, (seat) => this.#number(seat));
    if (this.pitch >= ROW_NAMES_FROM) this.#drawRowNames();
  }

  /** Redraws what changed and nothing else. */
  patch(seats: Seat[]): void {
    this.#free = this.#paths = null;
    if (!this.single) return this.camera.redraw();
    const size = this.pitch * this.#ratio;
    for (const seat of seats) {
      const { x, y } = this.#onDevice(seat);
      if (x < -size || y < -size || x > this.#top.canvas.width + size || y > this.#top.canvas.height + size) continue;
      this.#top.clearRect(x - size / 2, y - size / 2, size, size);
      this.#stamp(seat);
      this.#top.globalAlpha = 1;
      if (this.pitch >= NUMBERS_FROM) this.#number(seat);
    }
  }

  /** Everything may look different: another choice, another category lit. */
  forget(): void {
    this.#free = this.#paths = null;
    this.camera.redraw();
  }

  #fitToScreen(): void {
    this.#ratio = Math.min(3, devicePixelRatio || 1);
    const [width, height] = [this.camera.width, this.camera.height].map((size) => Math.round(size * this.#ratio));
    for (const { canvas } of [this.#ground, this.#top]) {
      if (canvas.width !== width) canvas.width = width!;
      if (canvas.height !== height) canvas.height = height!;
    }
  }

  #clear(pen: CanvasRenderingContext2D): void {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha = 1;
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  }

  #inPlan(pen: CanvasRenderingContext2D, work: (pen: CanvasRenderingContext2D) => void): void {
    const scale = this.camera.scale * this.#ratio;
    const { x, y } = this.camera.seen;
    pen.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    work(pen);
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }

  #onDevice(point: { x: number; y: number }): { x: number; y: number } {
    const { x, y } = this.camera.toScreen(point);
    return { x: x * this.#ratio, y: y * this.#ratio };
  }

  #stamp(seat: Seat): void {
    const { x, y } = this.#onDevice(seat);
    this.#top.globalAlpha = this.sight.dim(seat.category) ? 0.16 : 1;
    this.#sprites.stamp(this.#top, seat.category, looks.indexOf(this.sight.look(seat)), seat.accessible, x, y);
  }

  #number(seat: Seat): void {
    const look = this.sight.look(seat);
    if ((look !== 'FREE' && look !== 'HELD') || this.sight.dim(seat.category)) return;
    const { x, y } = this.#onDevice(seat);
    this.#write(this.#top, 11 * Math.min(1.3, this.pitch / 30), 600);
    this.#top.fillStyle = numberColor(look, this.#colors.get(seat.category) ?? '', this.#theme);
    this.#top.fillText(seat.number.slice(0, 4), x, y);
  }

  #write(pen: CanvasRenderingContext2D, pixels: number, weight: number): void {
    pen.font = `${weight} ${Math.round(pixels * this.#ratio)}px system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
  }

  #drawBands(): void {
    const { bands } = this.#counted();
    this.#paths ??= this.#gather(bands);
    this.#inPlan(this.#ground, (pen) => {
      pen.lineWidth = this.house.pitch * (this.pitch < 3 ? 1.1 : 0.9);
      for (const [key, path] of this.#paths!) {
        const [category, share] = [key.slice(1), Number(key[0])];
        pen.strokeStyle = share === 0 ? this.#theme.muted : visible(this.#colors.get(category) ?? '', this.#theme.dark);
        const strength = share === 0 ? 0.22 : 0.4 + (0.6 * share) / SHARES;
        pen.globalAlpha = this.sight.dim(category) ? strength * 0.16 : strength;
        pen.stroke(path);
      }
      pen.globalAlpha = 1;
    });
  }

  /** One path for all bands that look the same. */
  #gather(free: number[]): Map<string, Path2D> {
    const paths = new Map<string, Path2D>();
    this.house.bands.forEach((band, index) => {
      const share = Math.ceil((SHARES * free[index]!) / band.seats.length);
      const key = `${share}${band.category}`;
      const path = paths.get(key) ?? new Path2D();
      paths.set(key, path);
      band.line.forEach(({ x, y }, point) => (point === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    });
    return paths;
  }

  #counted(): { bands: number[]; zones: number[] } {
    if (this.#free) return this.#free;
    const zones = this.house.zones.map(() => 0);
    const bands = this.house.bands.map(({ seats, zone }) => {
      let free = 0;
      for (const { state } of seats) if (state === 'FREE') free++;
      zones[zone]! += free;
      return free;
    });
    return (this.#free = { bands, zones });
  }

  #drawZoneNames(): void {
    if (this.house.zones.length < 2) return;
    const { zones } = this.#counted();
    const pen = this.#ground;
    pen.lineJoin = 'round';
    pen.lineWidth = 4 * this.#ratio;
    pen.strokeStyle = this.#theme.card;
    pen.fillStyle = this.#theme.ink;
    const placed: { x: number; y: number; half: number }[] = [];
    this.house.zones.forEach(({ name, box, middle }, index) => {
      const { x, y } = this.#onDevice(middle);
      const room = Math.min(box.width, box.height * 1.6) * this.camera.scale;
      const half = (4 + name.length * 4.5) * this.#ratio;
      const covered = placed.some((label) => Math.abs(label.x - x) < label.half + half
        && Math.abs(label.y - y) < 20 * this.#ratio);
      if (room < 20 || covered) return;
      const wide = room > 76;
      placed.push({ x, y, half: wide ? Math.max(half, 26 * this.#ratio) : half });
      const words = (text: string, size: number, weight: number, dy: number) => {
        this.#write(pen, size, weight);
        pen.strokeText(text, x, y + dy * this.#ratio);
        pen.fillText(text, x, y + dy * this.#ratio);
      };
      words(name, 13, 700, wide ? -7 : 0);
      if (wide) words(this.sight.freeText(zones[index]!), 11, 500, 8);
    });
  }

  #drawRowNames(): void {
    const pen = this.#ground;
    this.#write(pen, 11, 500);
    pen.fillStyle = this.#theme.muted;
    const { canvas } = pen;
    for (const { label, seats } of this.house.rows) {
      const [first, second] = [seats[0]!, seats[1]];
      const length = second ? Math.hypot(first.x - second.x, first.y - second.y) || 1 : 1;
      const step = second ? { x: (first.x - second.x) / length, y: (first.y - second.y) / length } : { x: -1, y: 0 };
      const { x, y } = this.#onDevice({ x: first.x + step.x * this.house.pitch, y: first.y + step.y * this.house.pitch });
      if (x > -50 && y > -50 && x < canvas.width + 50 && y < canvas.height + 50) pen.fillText(label, x, y);
    }
  }
}

function drawShape(pen: CanvasRenderingContext2D, { shape, x, y, rotation, form, text }: Shape, theme: Theme): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate((rotation * Math.PI) / 180);
  pen.fillStyle = theme.shape;
  pen.beginPath();
  if (shape === 'polygon') (form?.points ?? []).forEach((point: { x: number; y: number }) => pen.lineTo(point.x, point.y));
  if (shape === 'rectangle') pen.roundRect(0, 0, form?.width ?? 0, form?.height ?? 0, 8);
  if (shape === 'circle') pen.arc(0, 0, form?.radius ?? 0, 0, 2 * Math.PI);
  if (shape === 'ellipse') pen.ellipse(0, 0, form?.radius?.x ?? 0, form?.radius?.y ?? 0, 0, 0, 2 * Math.PI);
  pen.fill();
  if (text?.text) {
    pen.fillStyle = theme.muted;
    pen.font = `600 ${text.size ?? 32}px system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(text.text, text.position?.x ?? 0, text.position?.y ?? 0);
  }
  pen.restore();
}
