import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

export type Bars = {
  /** Labels of the bars; a line break begins a second line. */
  names: readonly string[];
  parts: readonly { name: string; colour: string; counts: readonly number[] }[];
};

// A picture cannot read a style sheet, so these repeat tokens of app/globals.css.
export const chartColours = {
  on_time: '#17693a',
  extended: '#14539a',
  late: '#855300',
  missing: '#b3141a',
  ink: '#1a2433',
  line: '#dde2e9',
} as const;

// Without quotation marks, because the library writes the names into an attribute unescaped.
const fonts = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif';

/** Removes the library's hover styles, and names that count earlier charts: a static picture does not need them. */
function withoutTraces(svg: string): string {
  return svg
    .replaceAll(/<style\b[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-/g, 'zr-');
}

/** Draws stacked bars as SVG, each part with a pattern beside its colour; needs neither a browser nor scripts. */
export function drawBars({ names, parts }: Bars, { width, height }: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    aria: { enabled: true, decal: { show: true } },
    textStyle: { fontFamily: fonts, fontSize: 14, color: chartColours.ink },
    legend: { top: 0, left: 0, itemGap: 16, textStyle: { fontSize: 14, color: chartColours.ink } },
    grid: { left: 8, right: 8, top: width < 500 ? 72 : 48, bottom: 0, outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: [...names],
      axisLabel: { fontSize: 14, lineHeight: 20, color: chartColours.ink, interval: 0 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { fontSize: 14, color: chartColours.ink },
      splitLine: { lineStyle: { color: chartColours.line } },
    },
    series: parts.map(({ name, colour, counts }) => ({
      type: 'bar',
      name,
      stack: 'reports',
      barMaxWidth: 64,
      color: colour,
      silent: true,
      data: [...counts],
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return withoutTraces(svg);
}
