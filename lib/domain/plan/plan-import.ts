/** The meanings that a column of a table of tasks can have. */
export const columnKinds = [
  'number',
  'heading',
  'short',
  'text',
  'content',
  'target',
  'leads',
  'supports',
  'due',
  'due-on',
  'remark',
  'code',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Parts of the notice itself that people may set, where the file does not say them or says them wrongly. */
export const headFields = [
  'title',
  'documentNumber',
  'issuer',
  'issuedOn',
  'contactOffice',
  'contactPerson',
  'contactPhone',
  'year',
  'planCode',
] as const;
export type HeadField = (typeof headFields)[number];

/**
 * The agencies that a name of a file stands for: an agency of the register, one that is to be made under this
 * name, or the members of a group, which may be none.
 */
export type UnitChoice = { agencyId: string } | { isNew: true } | { members: string[] };

/** One change that a coordinator makes in the preview. Rows are found by their numbers, columns count from 0. */
export type DraftEdit =
  | { kind: 'cell'; row: number; column: number; text: string }
  /** A cell over several columns becomes one for each; its text stays in the first. */
  | { kind: 'split'; row: number; column: number }
  | { kind: 'row-out'; row: number; isOut: boolean }
  | { kind: 'row-added'; row: number; after: number }
  | { kind: 'columns'; table: number; kinds: (ColumnKind | null)[] }
  | { kind: 'head'; field: HeadField; text: string }
  | { kind: 'unit'; name: string; as: UnitChoice };

/** open: being mended; storing: its tasks are being stored by a job; stored: a plan has them; discarded: nobody wants it. */
export type PlanImportStatus = 'open' | 'storing' | 'stored' | 'discarded';

/** The plan that takes the tasks of a file: a new one under this code, or a draft that is there. */
export type ImportTarget = { kind: 'new' | 'draft'; planCode: string };

/** Tasks that are stored at once, while whoever asked for it waits; more are stored by a job. */
export const tasksAtOnce = 500;

/** Differences between a file and its plan that are listed on one page, and can be made amendments at once. */
export const differencesAtOnce = 200;

/** Deviations of a file from a plan; the catalogue has the sentence for each. */
export type PlanProblemCode =
  | 'file-empty'
  | 'file-kind'
  | 'file-too-large'
  | 'file-damaged'
  | 'file-with-password'
  | 'file-of-old-word'
  | 'file-of-old-excel'
  | 'encoding-unknown'
  | 'encoding-mixed-up'
  | 'quote-not-closed'
  | 'quote-misplaced'
  | 'too-many-rows'
  | 'tasks-missing'
  | 'header-missing'
  | 'row-too-short'
  | 'row-too-long'
  | 'cell-spans-columns'
  | 'table-in-cell'
  | 'error-in-cell'
  | 'row-hidden'
  | 'text-missing'
  | 'text-too-long'
  | 'lead-missing'
  | 'agency-unknown'
  | 'number-twice'
  | 'due-unclear'
  | 'due-no-day'
  | 'year-missing'
  | 'head-too-long';
