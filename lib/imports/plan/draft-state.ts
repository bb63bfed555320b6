import 'server-only';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import type { PlanDraft } from './draft';
import type { DraftReading } from './draft-reading';
import { gridOf } from './grid';

function cellText({ blocks }: PlanDraft, row: number, column: number): string | null {
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.place.id === row) return block.text;
    const index = block.kind === 'table' ? block.rows.findIndex(({ place }) => place.id === row) : -1;
    if (block.kind === 'table' && index >= 0)
      return gridOf(block.rows.slice(0, index + 1))[index]?.cells[column]?.text ?? '';
  }
  return null;
}

/**
 * Gives what stands now at the place of a change, and what it is to become; null for a change of which two at once do no
 * harm.
 */
export function standsAt(
  draft: PlanDraft,
  { tables, draftHead, year, planCode }: DraftReading,
  edit: DraftEdit,
): { stands: string; wanted: string } | null {
  if (edit.kind === 'cell') {
    const stands = cellText(draft, edit.row, edit.column);
    return stands === null ? null : { stands, wanted: edit.text };
  }
  if (edit.kind === 'columns')
    return { stands: (tables[edit.table]?.columns.kinds ?? []).join(), wanted: edit.kinds.join() };
  if (edit.kind !== 'head') return null;
  const set = { ...draftHead, year: String(year ?? ''), planCode };
  const stands = set[edit.field];
  return { stands, wanted: edit.text };
}
