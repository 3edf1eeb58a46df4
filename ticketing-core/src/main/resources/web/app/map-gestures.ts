import type { Point } from './house.js';
import type { MapCamera } from './map-camera.js';

const TAP_SLOP = 8;
const FRICTION_MILLIS = 160;

/**
 * Fingers, mouse and wheel on the map. Two fingers zoom, one drags once the map is zoomed in; before that it scrolls
 * the page, as everywhere else. The wheel zooms after a click into the map, and with Ctrl always; a page that scrolls
 * by under the pointer is left alone.
 */
export class MapGestures {
  #pointers = new Map<number, Point>();
  #travelled = 0;
  #speed: Point = { x: 0, y: 0 };
  #lastMove = 0;
  #glide = 0;
  #entered = false;
  #finger = false;
  readonly #listeners = new AbortController();

  constructor(
    readonly area: HTMLElement,
    readonly camera: MapCamera,
    readonly tapped: (at: Point, finger: boolean) => void,
    readonly hovered: (at: Point | null) => void,
  ) {
    const { signal } = this.#listeners;
    area.addEventListener('pointerdown', this.#down, { signal });
    area.addEventListener('pointermove', this.#moved, { signal });
    area.addEventListener('pointerup', this.#up, { signal });
    area.addEventListener('pointercancel', this.#lost, { signal });
    area.addEventListener('click', this.#clicked, { signal });
    area.addEventListener('pointerleave', this.#left, { signal });
    area.addEventListener('wheel', this.#wheeled, { signal, passive: false });
  }

  disconnect(): void {
    this.#listeners.abort();
    cancelAnimationFrame(this.#glide);
  }

  #at({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const { left, top } = this.area.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #down = (event: PointerEvent): void => {
    cancelAnimationFrame(this.#glide);
    this.#entered = true;
    this.#finger = event.pointerType !== 'mouse';
    this.#speed = { x: 0, y: 0 };
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(event.pointerId, this.#at(event));
    if (this.#pointers.size > 1) this.#travelled = Infinity;
  };

  #moved = (event: PointerEvent): void => {
    const at = this.#at(event);
    const last = this.#pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType === 'mouse') this.hovered(at);
      return;
    }
    this.#travelled += Math.hypot(at.x - last.x, at.y - last.y);
    if (this.#travelled > TAP_SLOP) this.area.setPointerCapture(event.pointerId);
    const [before, spread] = [this.#middle(), this.#spread()];
    this.#pointers.set(event.pointerId, at);
    const after = this.#middle();
    if (this.#travelled <= TAP_SLOP) return;
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    if (!this.camera.whole || this.#pointers.size > 1) this.camera.pan(dx, dy);
    if (spread > 0 && this.#pointers.size > 1) this.camera.zoomAt(after, this.#spread() / spread);
    this.#measure(event.timeStamp, dx, dy);
  };

  #up = (event: PointerEvent): void => {
    const drag = this.#pointers.size === 1 && this.#travelled > TAP_SLOP && event.timeStamp - this.#lastMove < 60;
    this.#lost(event);
    if (drag && !this.camera.whole) this.#glideOn(performance.now());
  };

  /** Taps count as clicks and no sooner: what a choice makes appear under the finger must not be clicked as well. */
  #clicked = (event: MouseEvent): void => {
    if (this.#travelled <= TAP_SLOP) this.tapped(this.#at(event), this.#finger);
  };

  #lost = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };

  #left = (): void => {
    this.#entered = false;
    this.hovered(null);
  };

  #middle(): Point {
    const points = [...this.#pointers.values()];
    const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
    return { x: sum.x / points.length, y: sum.y / points.length };
  }

  #spread(): number {
    const [one, other] = [...this.#pointers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  #measure(time: number, dx: number, dy: number): void {
    const passed = Math.max(1, time - this.#lastMove);
    this.#lastMove = time;
    const blend = (before: number, now: number) => before * 0.6 + now * 0.4;
    this.#speed = { x: blend(this.#speed.x, dx / passed), y: blend(this.#speed.y, dy / passed) };
  }

  /** A map that was flung comes to rest by itself. */
  #glideOn(last: number): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#glide = requestAnimationFrame((now) => {
      const passed = Math.min(50, Math.max(1, now - last));
      this.camera.pan(this.#speed.x * passed, this.#speed.y * passed);
      const slower = Math.exp(-passed / FRICTION_MILLIS);
      this.#speed = { x: this.#speed.x * slower, y: this.#speed.y * slower };
      if (Math.hypot(this.#speed.x, this.#speed.y) > 0.02) this.#glideOn(now);
    });
  }

  #wheeled = (event: WheelEvent): void => {
    if (!event.ctrlKey && !this.#entered) return;
    const lines = event.deltaMode === 1 ? 30 : 1;
    const factor = Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 100 : 300));
    if (factor < 1 && this.camera.whole) return;
    event.preventDefault();
    this.camera.zoomAt(this.#at(event), factor);
  };
}
