// What the charts use of ECharts; the Maven artifact carries no types.
declare module 'echarts/core.js' {
  export interface Chart {
    setOption(option: Record<string, unknown>, replace?: boolean): void;
    resize(): void;
    dispose(): void;
  }
  export function use(parts: unknown[]): void;
  export function init(element: HTMLElement, theme: null, options: { renderer: 'canvas'; locale?: string }): Chart;
}
declare module 'echarts/charts.js' {
  export const LineChart: unknown;
  export const BarChart: unknown;
}
declare module 'echarts/components.js' {
  export const GridComponent: unknown;
  export const LegendComponent: unknown;
  export const TooltipComponent: unknown;
  export const MarkLineComponent: unknown;
}
declare module 'echarts/renderers.js' {
  export const CanvasRenderer: unknown;
}
