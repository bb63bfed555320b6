'use client';

import { FieldConflict } from '@/components/filing/editor/autosave/field-conflict';
import { FieldStatus } from '@/components/filing/editor/autosave/field-status';
import { SectionReason } from '@/components/filing/report/section-reason';
import { fieldError } from '@/components/forms/field-error';
import { type EditorEntry, fieldAnchor, fieldName } from '@/components/reports/entry-fields';
import { fieldKey } from '@/components/reports/field-key';
import { CheckboxField, RadioGroupField, TextAreaField } from '@/components/ui/field';
import {
  type EntryContent,
  progressLights,
  reasonLimit,
  type Section,
  sectionLimit,
} from '@/lib/domain/report/completeness';
import type { SavedField } from '@/lib/domain/report/field-save';
import type { FormState } from '@/lib/schemas/form-state';
import { t } from '@/lib/text/translator';
import { LastQuarter } from './last-quarter';
import { StoredMeanwhile } from './stored-meanwhile';

type EntrySectionsProps = { entry: EditorEntry; shown: EntryContent; index: number; state: FormState };
type SectionProps = EntrySectionsProps & { field: Section | 'noProgressReason'; optionalMark?: string; limit?: number };

/** Shown below a field: a text that somebody else stored in the meantime. */
function Between({ entry, field, state }: EntrySectionsProps & { field: SavedField }) {
  const [key, id] = [fieldKey({ taskId: entry.taskId, field }), fieldAnchor(entry.taskCode, field)];
  return (
    <>
      <FieldConflict fieldKey={key} fieldId={id} />
      <StoredMeanwhile entry={entry} field={field} state={state} />
    </>
  );
}

/** One text of the entry, with its number of characters, its limit, its state, and last quarter's text. */
function SectionArea({ field, optionalMark, limit = sectionLimit, ...props }: SectionProps) {
  const { entry, shown, index, state } = props;
  const name = fieldName(index, field);
  const id = fieldAnchor(entry.taskCode, field);
  const reason = field === 'noProgressReason' ? undefined : entry.sectionComments[field];
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
        id={id}
        limit={limit}
        hint={reason && <SectionReason text={reason} />}
        rows={field === 'noProgressReason' ? 2 : 5}
        defaultValue={shown[field]}
        error={fieldError(state, name)}
        status={<FieldStatus fieldKey={fieldKey({ taskId: entry.taskId, field })} named={id} />}
        className={`field-sizing-content max-h-[32rem] ${field === 'noProgressReason' ? 'min-h-20' : 'min-h-32'}`}
      />
      {field !== 'noProgressReason' && <LastQuarter entry={entry} section={field} fieldId={id} />}
      <Between {...props} field={field} />
    </div>
  );
}

/** An explicit confirmation that there is nothing to report, to tell it from a forgotten field. */
function Confirmation(props: EntrySectionsProps & { field: 'noProgress' | 'noProblems' }) {
  const { entry, shown, index, field } = props;
  return (
    <div>
      <CheckboxField
        label={t(`filing.editor.${field}`)}
        hint={t(`filing.editor.${field}Hint`)}
        name={fieldName(index, field)}
        id={fieldAnchor(entry.taskCode, field)}
        defaultChecked={shown[field]}
        {...{ [`data-${field === 'noProgress' ? 'no-progress' : 'no-problems'}`]: '' }}
      />
      <FieldStatus fieldKey={fieldKey({ taskId: entry.taskId, field })} />
      <Between {...props} />
    </div>
  );
}

function LightChoice(props: EntrySectionsProps) {
  const { entry, shown, index, state } = props;
  return (
    <div>
      <RadioGroupField
        legend={t('fields.light')}
        name={fieldName(index, 'light')}
        id={fieldAnchor(entry.taskCode, 'light')}
        options={progressLights.map((light) => ({ value: light, label: t(`progressLights.${light}`) }))}
        defaultValue={shown.light}
        error={fieldError(state, fieldName(index, 'light'))}
      />
      <FieldStatus fieldKey={fieldKey({ taskId: entry.taskId, field: 'light' })} />
      <Between {...props} field="light" />
    </div>
  );
}

/** The parts of one entry in the notice's order, each with the confirmation that can replace it. */
export function EntrySections(props: EntrySectionsProps) {
  const withoutProgress = 'group-has-[[data-no-progress]:checked]/entry:inline';
  return (
    <div className="grid min-w-0 gap-6">
      <LightChoice {...props} />
      <div className="grid gap-3">
        <Confirmation {...props} field="noProgress" />
        {/* Anything that needs its author must stay visible. */}
        <div className="pl-7.5 group-has-[[data-no-progress]:not(:checked)]/entry:not-has-data-held-up:hidden">
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
