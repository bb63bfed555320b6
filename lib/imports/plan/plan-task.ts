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
  /** The places of its parts, for problems that are found later. */
  place: RowPlace;
  columns: Partial<Record<'number' | 'leads' | 'supports' | 'due', { column: number; name: string }>>;
};
