import { isCreditCode } from './credit-code';

/** The columns of a file of the register, in the order in which it is exported. */
export const registerColumns = [
  'name',
  'shortName',
  'aliases',
  'code',
  'creditCode',
  'kind',
  'parent',
  'position',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** The place of a cell as people find it: "B3" of a sheet, or the line of a text. */
export type FilePlace = { cell: string } | { line: number };

export type FileCell = { text: string; place: FilePlace };

/** A row of the file. A column that the file has not is left as the register has it. */
export type FileRow = Partial<Record<RegisterColumn, FileCell>> & { name: FileCell };

export type FileProblemCode =
  | 'no-table'
  | 'name-missing'
  | 'too-long'
  | 'not-a-credit-code'
  | 'not-an-agency-code'
  | 'not-a-place'
  | 'name-differs'
  | 'name-known'
  | 'twice'
  | 'parent-unknown'
  | 'agency-name-taken'
  | 'credit-code-taken'
  | 'agency-circle'
  | 'agency-abolished'
  | 'forbidden';

export type FileProblem = {
  code: FileProblemCode;
  /** Null for a problem of the whole file. */
  place: FilePlace | null;
  column?: RegisterColumn;
  values: { value?: string; agency?: string; code?: string };
};

const limits = { name: 100, shortName: 50, kind: 30 } as const;

/** Gives the text of a cell in one line; a column that the file has not is empty. */
export const textOf = (cell: FileCell | undefined) => (cell?.text ?? '').replace(/\s+/g, ' ').trim();

/** Names with commas or line ends between them, each once. */
export const namesIn = (text: string) =>
  [...new Set(text.split(/[\n\u3001,\uff0c;\uff1b]/).map((name) => name.trim()))].filter((name) => name !== '');

/** Gives a problem at a cell of a row, or at its name where the file has no such column. */
export const problemAt = (
  column: RegisterColumn,
  row: FileRow,
  code: FileProblemCode,
  values: FileProblem['values'] = {},
): FileProblem => ({ code, place: (row[column] ?? row.name).place, column, values });

/** Lists the problems that a row has by itself, whatever the register says. */
export function ownProblems(row: FileRow): FileProblem[] {
  const problems: FileProblem[] = [];
  if (textOf(row.name) === '') problems.push(problemAt('name', row, 'name-missing'));
  for (const column of ['name', 'shortName', 'kind'] as const) {
    const value = textOf(row[column]);
    if ([...value].length > limits[column]) problems.push(problemAt(column, row, 'too-long', { value }));
  }
  const long = namesIn(row.aliases?.text ?? '').find((alias) => [...alias].length > limits.name);
  if (long) problems.push(problemAt('aliases', row, 'too-long', { value: long }));
  const [credit, code, position] = [textOf(row.creditCode).toUpperCase(), textOf(row.code), textOf(row.position)];
  if (credit && !isCreditCode(credit))
    problems.push(problemAt('creditCode', row, 'not-a-credit-code', { value: credit }));
  if (code && !/^[A-Za-z0-9-]{1,32}$/.test(code))
    problems.push(problemAt('code', row, 'not-an-agency-code', { value: code }));
  if (position && !/^([1-9]\d{0,4}|100000)$/.test(position))
    problems.push(problemAt('position', row, 'not-a-place', { value: position }));
  return problems;
}
