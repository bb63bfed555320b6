import 'server-only';
import type { RowPlace } from './plan-source';
import type { Unit } from './units';

/** A task as a file has it, before its time limit is read and its agencies are compared. */
export type DraftTask = {
  number: string | null;
  path: string[];
  text: string;
  content: string | null;
  target: string | null;
  leads: Unit[];
  supports: Unit[];
  /** The time limit as printed; '' for none. */
  due: string;
  remark: string | null;
  shortTitle: string | null;
  /** The code of a stored task, from an export of the portal. */
  code: string | null;
  /** The last day beside the printed time limit, from an export; '' for none. */
  dueOn: string;
  /** The places of its parts, for problems that are found later. */
  place: RowPlace;
  columns: Partial<Record<(typeof placedKinds)[number], { column: number; name: string }>>;
};

/** The columns at whose cells a problem may be found later. */
export const placedKinds = ['number', 'text', 'content', 'target', 'leads', 'supports', 'due', 'due-on'] as const;

/** A task of which nothing is known but its place. */
export const emptyTask = (place: RowPlace): DraftTask => ({
  number: null,
  path: [],
  text: '',
  content: null,
  target: null,
  leads: [],
  supports: [],
  due: '',
  remark: null,
  shortTitle: null,
  code: null,
  dueOn: '',
  place,
  columns: {},
});
