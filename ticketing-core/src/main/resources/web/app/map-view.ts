interface Point {
  x: number;
  y: number;
}

interface Box extends Point {
  width: number;
  height: number;
}

const CLOSEST = 12;
const TAP_SLOP = 8;

/**
 * What part of the house the map shows. Zooms by pinch, Ctrl and wheel, or call; pans by drag once it is zoomed in. At
 * its widest, a finger that moves up or down scrolls the page, as everywhere else.
 */
export class MapView {
  readonly #box: Box;
  #x: number;
  #y: number;
  #scale = 1;
  #pointers = new Map<number, Point>();
  #travelled = 0;
  #frame = 0;
  #listeners = new AbortController();

  constructor(
    readonly svg: SVGSVGElement,
    box: Box,
    readonly tapped: (x: number, y: number) => void,
    readonly hovered: (x: number, y: number) => void,
  ) {
    this.#box = box;
    this.#x = box.x + box.width / 2;
    this.#y = box.y + box.height / 2;
    svg.style.aspectRatio = `${box.width} / ${box.height}`;
    const { signal } = this.#listeners;
    svg.addEventListener('pointerdown', this.#down, { signal });
    svg.addEventListener('pointermove', this.#moved, { signal });
    svg.addEventListener('pointerup', this.#up, { signal });
    svg.addEventListener('pointercancel', this.#lost, { signal });
    svg.addEventListener('pointerleave', () => this.hovered(NaN, NaN), { signal });
    svg.addEventListener('wheel', this.#wheeled, { signal, passive: false });
    this.#draw();
  }

  disconnect(): void {
    this.#listeners.abort();
    cancelAnimationFrame(this.#frame);
  }

  reset(): void {
    this.#show(this.#box.x + this.#box.width / 2, this.#box.y + this.#box.height / 2, 1);
  }

  zoom(factor: number): void {
    this.#show(this.#x, this.#y, this.#scale * factor);
  }

  /** Goes nearer to a point and brings it to the middle. */
  zoomAt(x: number, y: number, factor: number): void {
    this.#show(x, y, this.#scale * factor);
  }

  /** How many units of the plan so many pixels of the screen are. */
  units(pixels: number): number {
    const { width, height } = this.svg.getBoundingClientRect();
    return pixels / (Math.min(width / this.#box.width, height / this.#box.height) * this.#scale);
  }

  /** Brings points into view, and near enough to be seen. */
  reveal(points: Point[]): void {
    const middle = (axis: 'x' | 'y') => points.reduce((total, point) => total + point[axis], 0) / points.length;
    const [x, y] = [middle('x'), middle('y')];
    const { width, height } = this.#shown();
    const near = Math.max(this.#scale, this.units(20) > 24 ? (this.#scale * this.units(20)) / 24 : 0);
    const inside = Math.abs(x - this.#x) < width * 0.4 && Math.abs(y - this.#y) < height * 0.4;
    if (!inside || near !== this.#scale) this.#show(x, y, near);
  }

  #shown() {
    return { width: this.#box.width / this.#scale, height: this.#box.height / this.#scale };
  }

  #show(x: number, y: number, scale: number): void {
    this.#scale = Math.min(CLOSEST, Math.max(1, scale));
    const { width, height } = this.#shown();
    const within = (value: number, from: number, size: number, part: number) =>
      Math.min(from + size - part / 2, Math.max(from + part / 2, value));
    this.#x = within(x, this.#box.x, this.#box.width, width);
    this.#y = within(y, this.#box.y, this.#box.height, height);
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    const { width, height } = this.#shown();
    this.svg.setAttribute('viewBox', `${this.#x - width / 2} ${this.#y - height / 2} ${width} ${height}`);
    this.svg.classList.toggle('zoomed', this.#scale > 1.01);
  }

  #at({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const matrix = this.svg.getScreenCTM()!.inverse();
    return { x: clientX * matrix.a + matrix.e, y: clientY * matrix.d + matrix.f };
  }

  #down = (event: PointerEvent): void => {
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.#pointers.size === 2) this.#travelled = Infinity;
  };

  #moved = (event: PointerEvent): void => {
    const last = this.#pointers.get(event.pointerId);
    if (!last) {
      const { x, y } = this.#at(event);
      if (event.pointerType === 'mouse') this.hovered(x, y);
      return;
    }
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    this.#travelled += Math.hypot(dx, dy);
    if (this.#travelled > TAP_SLOP) this.svg.setPointerCapture(event.pointerId);
    const spread = this.#spread();
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const factor = this.#pointers.size === 2 && spread > 0 ? this.#spread() / spread : 1;
    const share = 1 / this.#pointers.size;
    if (this.#travelled > TAP_SLOP) {
      this.#show(this.#x - this.units(dx) * share, this.#y - this.units(dy) * share, this.#scale * factor);
    }
  };

  #up = (event: PointerEvent): void => {
    const tap = this.#pointers.size === 1 && this.#travelled <= TAP_SLOP;
    this.#lost(event);
    if (!tap) return;
    const { x, y } = this.#at(event);
    this.tapped(x, y);
  };

  #lost = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };

  #spread(): number {
    const [one, other] = [...this.#pointers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  #wheeled = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { x, y } = this.#at(event);
    const factor = Math.exp(-event.deltaY / 200);
    this.#show(x + (this.#x - x) / factor, y + (this.#y - y) / factor, this.#scale * factor);
  };
}
