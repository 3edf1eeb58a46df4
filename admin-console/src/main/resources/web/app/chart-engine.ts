import { BarChart, LineChart } from 'echarts/charts.js';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components.js';
import { init, use, type Chart } from 'echarts/core.js';
import { CanvasRenderer } from 'echarts/renderers.js';
import type { Bar, Series } from './chart.js';
import { locale } from './language.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const palette = ['--accent', '--chart-2', '--chart-3', '--chart-4', '--chart-5'];
const dark = matchMedia('(prefers-color-scheme: dark)');

type Written = (value: number | null) => string;

/** A chart in an element: follows its size and the colours of the page. */
export class Drawing {
  readonly #chart: Chart;
  readonly #resize: ResizeObserver;
  #again: () => void = () => undefined;

  constructor(readonly element: HTMLElement) {
    this.#chart = init(element, null, { renderer: 'canvas' });
    this.#resize = new ResizeObserver(() => this.#chart.resize());
    this.#resize.observe(element);
    dark.addEventListener('change', this.#recolour);
  }

  dispose(): void {
    this.#resize.disconnect();
    dark.removeEventListener('change', this.#recolour);
    this.#chart.dispose();
  }

  overTime(series: readonly Series[], written: Written): void {
    this.#again = () => this.#chart.setOption({
      ...this.#common(written, 'axis'),
      legend: { show: series.length > 1, top: 0, left: 0, textStyle: { color: this.#color('--muted') }, icon: 'roundRect' },
      xAxis: { type: 'time', axisLabel: { color: this.#color('--muted'), hideOverlap: true, formatter: shortTime }, splitLine: { show: false } },
      yAxis: this.#valueAxis(),
      series: series.map((each, i) => ({
        name: each.name, type: each.kind === 'bar' ? 'bar' : 'line', data: each.points, showSymbol: each.points.length < 2, symbolSize: 7,
        lineStyle: { width: 2 }, areaStyle: each.kind === 'area' ? { opacity: 0.15 } : undefined, barMaxWidth: 24,
        color: this.#color(each.color ?? palette[i % palette.length]!),
      })),
    }, true);
    this.#again();
  }

  bars(bars: readonly Bar[], written: Written): void {
    this.#again = () => this.#chart.setOption({
      ...this.#common(written, 'item'),
      xAxis: this.#valueAxis(),
      yAxis: { type: 'category', inverse: true, data: bars.map(({ label }) => label), axisTick: { show: false },
        axisLabel: { color: this.#color('--ink'), width: 150, overflow: 'truncate' }, axisLine: { show: false } },
      series: [{ type: 'bar', barMaxWidth: 22, data: bars.map(({ value, color }) => ({ value,
        itemStyle: { color: this.#color(color ?? '--accent'), borderRadius: 3 } })) }],
    }, true);
    this.#again();
  }

  #recolour = (): void => this.#again();

  /** Notes beside the pointer are drawn, too: as HTML they would need inline styles. */
  #common(written: Written, trigger: string): Record<string, unknown> {
    return {
      animation: false,
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      tooltip: { trigger, renderMode: 'richText', confine: true, valueFormatter: (value: unknown) =>
        written(typeof value === 'number' ? value : null), backgroundColor: this.#color('--card'),
      borderColor: this.#color('--line'), textStyle: { color: this.#color('--ink') } },
    };
  }

  #valueAxis(): Record<string, unknown> {
    return { type: 'value', minInterval: 1, axisLabel: { color: this.#color('--muted'), formatter: (value: number) => short.format(value) },
      splitLine: { lineStyle: { color: this.#color('--line') } } };
  }

  #color(token: string): string {
    return token.startsWith('--') ? getComputedStyle(this.element).getPropertyValue(token).trim() : token;
  }
}

const short = new Intl.NumberFormat(locale, { notation: 'compact' });

const shortTime = (at: number): string => new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
