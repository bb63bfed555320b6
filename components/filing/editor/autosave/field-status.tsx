'use client';

import { useContext } from 'react';
import type { FieldConflict } from '@/lib/domain/report/field-save';
import { sameText } from '@/lib/domain/report/near-copy';
import { formatInstant, formatTime } from '@/lib/text/format';
import { likenessPercent } from '@/lib/text/likeness-words';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { type FieldKey, type FieldState, isHeldUp, isUnsaved } from './field-states';
import { AutosaveContext, useFieldState } from './use-autosave';

type Words = { text: string; tone: string };

/** A save of this tab is shown without date and name. */
function savedWords(t: Translate, by: string, at: Date): string {
  return by ? t('autosave.savedBy', { by, at: formatInstant(at) }) : t('autosave.saved', { time: formatTime(at) });
}

/** The author of the stored text that is in conflict, from the view of the account that edits the field. */
export function authorOf(t: Translate, { by, accountId }: FieldConflict, own: string): string {
  return accountId === own ? t('autosave.ownWindow') : by || t('autosave.somebody');
}

/** The state of one field in words. */
function wordsOf(t: Translate, state: FieldState, own: string): Words | null {
  if (state.conflict)
    return { text: t('autosave.conflict', { by: authorOf(t, state.conflict, own) }), tone: 'text-danger font-medium' };
  if (state.isSending) return { text: t('autosave.saving'), tone: 'text-muted' };
  if (isUnsaved(state)) {
    const kept = t(state.isKept ? 'autosave.kept' : 'autosave.notKept');
    return { text: state.isTooLong ? t('autosave.tooLong', { kept }) : kept, tone: 'text-warning font-medium' };
  }
  return state.at ? { text: savedWords(t, state.by, new Date(state.at)), tone: 'text-muted' } : null;
}

/** Shown beside a field: whether its text is saved, and whether it is nearly the last period's text. */
export function FieldStatus({ fieldKey, named }: { fieldKey: FieldKey; named?: string }) {
  const t = useT();
  const state = useFieldState(fieldKey);
  const setting = useContext(AutosaveContext)?.setting;
  const words = state && wordsOf(t, state, setting?.accountId ?? '');
  if (!state || !setting || (!words && state.likeness === null)) return null;
  const { rhythm } = setting;
  return (
    <span
      className="flex flex-wrap gap-x-3 text-xs"
      data-save-state={named}
      data-held-up={isHeldUp(state) || undefined}
    >
      {words && <span className={words.tone}>{words.text}</span>}
      {state.likeness !== null && (
        <span className="font-medium text-warning">
          {state.likeness === sameText
            ? t('autosave.sameText', rhythmWords(t, rhythm))
            : t('autosave.nearCopy', { ...rhythmWords(t, rhythm), percent: likenessPercent(state.likeness) })}
        </span>
      )}
    </span>
  );
}
