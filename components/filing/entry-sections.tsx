'use client';

import { CheckboxField, RadioGroupField, TextAreaField } from '@/components/ui/field';
import { type EntryContent, progressLights, reasonLimit, type Section, sectionLimit } from '@/lib/domain/completeness';
import { t } from '@/lib/messages/translator';
import type { FormState } from '@/lib/schemas/form-state';
import { type EditorEntry, fieldAnchor, fieldName } from './entry-fields';
import { fieldError } from './field-error';
import { StoredMeanwhile } from './stored-meanwhile';

type EntrySectionsProps = { entry: EditorEntry; shown: EntryContent; index: number; state: FormState };
type SectionProps = EntrySectionsProps & { field: Section | 'noProgressReason'; optionalMark?: string; limit?: number };

/** One text of the entry; beneath it what somebody else stored meanwhile, where that differs. */
function SectionArea({ entry, shown, index, state, field, optionalMark, limit = sectionLimit }: SectionProps) {
  const name = fieldName(index, field);
  const label = optionalMark ? (
    <>
      {t(`fields.${field}`)}
      <span className={`ml-2 hidden text-sm font-normal text-muted ${optionalMark}`}>
        {t('filing.editor.optional')}
      </span>
    </>
  ) : (
    t(`fields.${field}`)
  );
  return (
    <div>
      <TextAreaField
        label={label}
        name={name}
        id={fieldAnchor(entry.taskCode, field)}
        limit={limit}
        rows={field === 'noProgressReason' ? 2 : 5}
        defaultValue={shown[field]}
        error={fieldError(state, name)}
        className="field-sizing-content max-h-[32rem] min-h-20"
      />
      <StoredMeanwhile state={state} stored={entry[field]} typed={shown[field]} />
    </div>
  );
}

/** A confirmation that there is nothing to report, so that nobody takes it for something forgotten. */
function Confirmation(props: EntrySectionsProps & { field: 'noProgress' | 'noProblems' }) {
  const { entry, shown, index, field } = props;
  return (
    <CheckboxField
      label={t(`filing.editor.${field}`)}
      hint={t(`filing.editor.${field}Hint`)}
      name={fieldName(index, field)}
      id={fieldAnchor(entry.taskCode, field)}
      defaultChecked={shown[field]}
      {...{ [`data-${field === 'noProgress' ? 'no-progress' : 'no-problems'}`]: '' }}
    />
  );
}

/** The parts of one entry in the notice's order, each with the confirmation that stands for it. */
export function EntrySections(props: EntrySectionsProps) {
  const { entry, shown, index, state } = props;
  const withoutProgress = 'group-has-[[data-no-progress]:checked]/entry:inline';
  return (
    <div className="grid min-w-0 gap-6">
      <RadioGroupField
        legend={t('fields.light')}
        name={fieldName(index, 'light')}
        id={fieldAnchor(entry.taskCode, 'light')}
        options={progressLights.map((light) => ({ value: light, label: t(`progressLights.${light}`) }))}
        defaultValue={shown.light}
        error={fieldError(state, fieldName(index, 'light'))}
      />
      <div className="grid gap-3">
        <Confirmation {...props} field="noProgress" />
        <div className="pl-7.5 group-has-[[data-no-progress]:not(:checked)]/entry:hidden">
          <SectionArea {...props} field="noProgressReason" limit={reasonLimit} />
        </div>
      </div>
      <SectionArea {...props} field="progress" optionalMark={withoutProgress} />
      <div className="grid gap-3">
        <SectionArea {...props} field="problems" optionalMark="group-has-[[data-no-problems]:checked]/entry:inline" />
        <Confirmation {...props} field="noProblems" />
      </div>
      <SectionArea {...props} field="results" optionalMark={withoutProgress} />
      <SectionArea {...props} field="nextSteps" />
    </div>
  );
}
