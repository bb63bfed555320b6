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
] as const;
export type HeadField = (typeof headFields)[number];

/**
 * The agencies that a name of a file stands for: an agency of the register, one that is to be made under this name, the
 * same as another name of the file, or the members of a group, which may be none.
 */
export type UnitChoice = { agencyId: string } | { isNew: true } | { sameAs: string } | { members: string[] };

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
export const planImportStatuses = ['open', 'storing', 'stored', 'discarded'] as const;
export type PlanImportStatus = (typeof planImportStatuses)[number];
