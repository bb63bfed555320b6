import type { EditorEntry } from '@/components/reports/entry-fields';
import { WrittenText } from '@/components/ui/written-text';
import type { SavedField } from '@/lib/domain/report/field-save';
import type { FormState } from '@/lib/schemas/form-state';
import { contentWords } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';

/** Without scripts: the text that somebody else has stored meanwhile, below the field that was sent too late. */
export function StoredMeanwhile({ entry, field, state }: { entry: EditorEntry; field: SavedField; state: FormState }) {
  const t = useT();
  if (state.status !== 'refused' || state.refusal.code !== 'fields-stale') return null;
  const isLate = state.refusal.conflicts.some((one) => one.taskId === entry.taskId && one.field === field);
  if (!isLate) return null;
  return (
    <div className="mt-2 rounded-md border border-warning-line bg-warning-soft px-4 py-2 text-sm">
      <p className="font-medium text-warning">{t('filing.stale.stored')}</p>
      <WrittenText text={contentWords(t, entry.form, field, entry[field]) || t('autosave.empty')} />
    </div>
  );
}
