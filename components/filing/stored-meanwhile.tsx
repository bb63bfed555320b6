import type { EntryContent } from '@/lib/domain/completeness';
import type { SavedField } from '@/lib/domain/field-save';
import { t } from '@/lib/messages/translator';
import type { FormState } from '@/lib/schemas/form-state';
import type { EditorEntry } from './entry-fields';

function wordsOf(stored: EntryContent, field: SavedField): string {
  if (field === 'noProgress' || field === 'noProblems')
    return t(stored[field] ? 'autosave.ticked' : 'autosave.notTicked');
  if (field === 'light') return stored.light ? t(`progressLights.${stored.light}`) : t('autosave.empty');
  return stored[field] || t('autosave.empty');
}

/** Before scripts run: what somebody else stored meanwhile, beneath the field that was sent too late. */
export function StoredMeanwhile({ entry, field, state }: { entry: EditorEntry; field: SavedField; state: FormState }) {
  if (state.status !== 'refused' || state.refusal.code !== 'fields-stale') return null;
  const isLate = state.refusal.conflicts.some((one) => one.taskId === entry.taskId && one.field === field);
  if (!isLate) return null;
  return (
    <div className="mt-2 rounded-md border border-warning-line bg-warning-soft px-4 py-2 text-sm">
      <p className="font-medium text-warning">{t('filing.stale.stored')}</p>
      <p className="whitespace-pre-wrap">{wordsOf(entry, field)}</p>
    </div>
  );
}
