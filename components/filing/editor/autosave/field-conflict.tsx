'use client';

import { useContext, useEffect, useRef } from 'react';
import { TextDifference } from '@/components/reports/differences/text-difference';
import { Button } from '@/components/ui/button';
import { WrittenText } from '@/components/ui/written-text';
import type { EntryForm, FieldContent } from '@/lib/domain/report/entry';
import type { FieldConflict as Conflict } from '@/lib/domain/report/field-save';
import { contentWords } from '@/lib/text/entry-words';
import { formatTime } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import type { FieldKey } from './field-states';
import { authorOf } from './field-status';
import { joinedTexts } from './joined-texts';
import { AutosaveContext, useFieldState } from './use-autosave';

type Choice = { label: string; content: FieldContent };

function choicesOf(t: Translate, { field, content: theirs }: Conflict, mine: FieldContent): Choice[] {
  const choices = [
    { label: t('autosave.keepMine'), content: mine },
    { label: t('autosave.takeTheirs'), content: theirs },
  ];
  if (field === 'light' || typeof theirs !== 'string' || typeof mine !== 'string') return choices;
  return [...choices, { label: t('autosave.join'), content: joinedTexts(theirs, mine) }];
}

type BothProps = {
  conflict: Conflict;
  form: EntryForm;
  by: string;
  mine: FieldContent;
  settle: (content: FieldContent) => void;
};

function BothTexts({ conflict, form, by, mine, settle }: BothProps) {
  const t = useT();
  const words = (content: FieldContent) => contentWords(t, form, conflict.field, content);
  const time = conflict.at ? formatTime(new Date(conflict.at)) : '';
  return (
    <div className="mt-2 grid gap-3 rounded-md border border-danger-line bg-danger-soft px-4 py-3">
      <p role="alert" className="font-medium text-danger">
        {t('autosave.conflictTitle', { by, time })}
      </p>
      <div>
        <p className="text-sm font-medium">{t('autosave.theirs', { by })}</p>
        <WrittenText text={words(conflict.content) || t('autosave.empty')} />
      </div>
      <div>
        <p className="text-sm font-medium">{t('autosave.difference')}</p>
        <TextDifference before={words(conflict.content)} after={words(mine)} />
      </div>
      <div className="flex flex-wrap gap-3">
        {choicesOf(t, conflict, mine).map(({ label, content }) => (
          <Button key={label} type="button" variant="secondary" onClick={() => settle(content)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Shown when somebody else saved the same field first: both texts with their differences, to keep one or join them. */
export function FieldConflict({ fieldKey, fieldId }: { fieldKey: FieldKey; fieldId: string }) {
  const t = useT();
  const autosave = useContext(AutosaveContext);
  const state = useFieldState(fieldKey);
  const wasInConflict = useRef(false);
  const isInConflict = Boolean(state?.conflict);
  // The buttons disappear with the conflict, so the focus moves to the field.
  useEffect(() => {
    if (wasInConflict.current && !isInConflict) document.getElementById(fieldId)?.focus();
    wasInConflict.current = isInConflict;
  }, [isInConflict, fieldId]);
  if (!autosave || !state?.conflict) return null;
  return (
    <BothTexts
      conflict={state.conflict}
      form={autosave.fields.form}
      by={authorOf(t, state.conflict, autosave.setting.accountId)}
      mine={state.typed}
      settle={(content) => autosave.settle(fieldKey, content)}
    />
  );
}
