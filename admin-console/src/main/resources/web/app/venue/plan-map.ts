import { html } from 'lit';
import { Island } from '../island.js';

interface Point {
  x: number;
  y: number;
}

/** Where the seats of a house are, as the core tells it. */
export interface Geometry {
  size?: { width: number; height: number };
  categories: { id: string; name: string; color: string }[];
  zones: {
    name: string;
    rows: { label: string; seats: (Point & { category: string; radius?: number; accessible: boolean })[] }[];
    areas: Shape[];
  }[];
}

interface Shape extends Point {
  shape: string;
  rotation: number;
  category?: string;
  capacity?: number;
  form?: { width?: number; height?: number; radius?: number | Point; points?: Point[] };
  text?: { text: string; position?: Point; size?: number };
}

const edge = 30;

/**
 * A picture of a seating plan, each category in its colour; one of them may stand out. A press tells which category is
 * there, as the event `pick`. Whatever it says stands beside it in words, too.
 */
class PlanMap extends Island {
  static override properties = { geometry: { attribute: false }, highlight: { type: String }, label: { type: String } };

  declare geometry: Geometry | undefined;
  declare highlight: string;
  declare label: string;
  #resize = new ResizeObserver(() => this.#paint());
  #scale = 1;
  #origin: Point = { x: 0, y: 0 };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override render() {
    return html`<canvas class="plan-map" role="img" aria-label=${this.label} @click=${this.#pressed}></canvas>`;
  }

  protected override updated(): void {
    this.#resize.observe(this);
    this.#paint();
  }

  /** The part of the plan that has anything on it. */
  #box(plan: Geometry): { from: Point; to: Point } {
    const from = { x: Infinity, y: Infinity };
    const to = { x: -Infinity, y: -Infinity };
    const take = (x: number, y: number): void => {
      from.x = Math.min(from.x, x);
      from.y = Math.min(from.y, y);
      to.x = Math.max(to.x, x);
      to.y = Math.max(to.y, y);
    };
    for (const zone of plan.zones) {
      for (const row of zone.rows) for (const seat of row.seats) take(seat.x, seat.y);
      for (const area of zone.areas) {
        take(area.x, area.y);
        take(area.x + (area.form?.width ?? 0), area.y + (area.form?.height ?? 0));
        area.form?.points?.forEach((point) => take(area.x + point.x, area.y + point.y));
      }
    }
    return { from, to };
  }

  #paint(): void {
    const canvas = this.querySelector('canvas');
    const plan = this.geometry;
    if (!canvas || !plan) return;
    const { from, to } = this.#box(plan);
    const width = Math.max(1, to.x - from.x + edge * 2);
    const height = Math.max(1, to.y - from.y + edge * 2);
    const room = Math.max(200, this.clientWidth);
    this.#scale = Math.min(room / width, 460 / height);
    this.#origin = { x: from.x - edge, y: from.y - edge };
    const sharp = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * this.#scale * sharp);
    canvas.height = Math.round(height * this.#scale * sharp);
    canvas.style.width = `${Math.round(width * this.#scale)}px`;
    const pen = canvas.getContext('2d')!;
    pen.scale(sharp * this.#scale, sharp * this.#scale);
    pen.translate(-this.#origin.x, -this.#origin.y);
    const colors = new Map(plan.categories.map(({ id, color }) => [id, color]));
    for (const zone of plan.zones) for (const area of zone.areas) this.#area(pen, area, colors);
    for (const zone of plan.zones) for (const row of zone.rows) for (const seat of row.seats) this.#seat(pen, seat, colors);
  }

  #seat(pen: CanvasRenderingContext2D, seat: Point & { category: string; radius?: number }, colors: Map<string, string>): void {
    pen.globalAlpha = this.highlight && seat.category !== this.highlight ? 0.15 : 1;
    pen.fillStyle = colors.get(seat.category) ?? '#888';
    pen.beginPath();
    pen.arc(seat.x, seat.y, seat.radius ?? 9, 0, Math.PI * 2);
    pen.fill();
    pen.globalAlpha = 1;
  }

  #area(pen: CanvasRenderingContext2D, area: Shape, colors: Map<string, string>): void {
    const { form = {}, text } = area;
    pen.save();
    pen.translate(area.x, area.y);
    pen.rotate(area.rotation * Math.PI / 180);
    pen.globalAlpha = area.category ? (this.highlight && area.category !== this.highlight ? 0.1 : 0.55) : 0.35;
    pen.fillStyle = area.category ? colors.get(area.category) ?? '#888' : '#9a97a3';
    pen.beginPath();
    if (form.points) form.points.forEach(({ x, y }, i) => i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y));
    else if (form.width) pen.rect(0, 0, form.width, form.height ?? form.width);
    else if (typeof form.radius === 'number') pen.arc(0, 0, form.radius, 0, Math.PI * 2);
    else if (form.radius) pen.ellipse(0, 0, form.radius.x, form.radius.y, 0, 0, Math.PI * 2);
    pen.fill();
    pen.globalAlpha = 1;
    if (text?.text) {
      pen.fillStyle = getComputedStyle(this).color;
      pen.font = `${text.size ?? 24}px system-ui, sans-serif`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(text.text, text.position?.x ?? 0, text.position?.y ?? 0);
    }
    pen.restore();
  }

  #pressed = (click: MouseEvent): void => {
    const spot = { x: click.offsetX / this.#scale + this.#origin.x, y: click.offsetY / this.#scale + this.#origin.y };
    let nearest: { category: string; far: number } | undefined;
    for (const zone of this.geometry?.zones ?? []) {
      for (const row of zone.rows) {
        for (const seat of row.seats) {
          const far = Math.hypot(seat.x - spot.x, seat.y - spot.y);
          if (!nearest || far < nearest.far) nearest = { category: seat.category, far };
        }
      }
    }
    if (nearest) this.dispatchEvent(new CustomEvent('pick', { detail: nearest.category, bubbles: true }));
  };
}

customElements.define('plan-map', PlanMap);
