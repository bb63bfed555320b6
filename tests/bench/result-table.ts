import { isMet, type Result } from './result';

/** Three digits that mean something, no exponent. */
function number(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

function goalText({ goal, limit, unit }: Result): string {
  const bound = goal.atLeast ?? goal.atMost ?? Number.NaN;
  return `${goal.atLeast === undefined ? '<=' : '>='} ${limit && !goal.isBound ? percent(bound) : `${bound} ${unit}`}`;
}

const heads = ['work', 'measured', 'limit beside it', 'ratio', 'goal', ''];

function cells(result: Result): string[] {
  const { work, unit, measured, limit } = result;
  return [
    work,
    `${number(measured)} ${unit}`,
    limit ? `${number(limit.value)} ${unit} (${limit.name})` : '-',
    limit ? percent(measured / limit.value) : '-',
    goalText(result),
    isMet(result) ? 'met' : 'MISSED',
  ];
}

/** The results as a table for the console; it reads as Markdown too. */
export function resultTable(results: readonly Result[]): string {
  const rows = [heads, ...results.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(heads), rule, ...rows.slice(1).map(line)].join('\n');
}
