'use client';

import { FieldConflict } from '@/components/filing/editor/autosave/field-conflict';
import { fieldKey } from '@/components/filing/editor/autosave/field-states';
import { FieldStatus } from '@/components/filing/editor/autosave/field-status';
import { useFieldState } from '@/components/filing/editor/autosave/use-autosave';
import { SectionReason } from '@/components/filing/report/section-reason';
import { fieldError } from '@/components/forms/field-error';
import { type EditorEntry, fieldAnchor, fieldName } from '@/components/reports/entry-fields';
import { CheckboxField, RadioGroupField, TextAreaField } from '@/components/ui/field';
import {
  type EntryContent,
  type EntryForm,
  type EntryKey,
  type FormField,
  fieldsOfKind,
  isTicked,
  lightOf,
  progressLights,
  textOf,
} from '@/lib/domain/report/entry';
import type { SavedField } from '@/lib/domain/report/field-save';
import type { FormState } from '@/lib/schemas/form-state';
import { fieldLabel, tickHint } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';
import { ContradictionChoice } from './contradiction-choice';
import { LastPeriod } from './last-period';
import { StoredMeanwhile } from './stored-meanwhile';
import { TextNotes } from './text-notes';

type EntrySectionsProps = { entry: EditorEntry; shown: EntryContent; index: number; state: FormState };
type TextField = Extract<FormField, { kind: 'section' | 'reason' }>;

/**
 * A tick changes what stands around it by styles alone, so that it does so before scripts run. It is known by its place among
 * the ticks of the form; `app/globals.css` names the classes for every place.
 */
function tickMarks(form: EntryForm, tick: EntryKey) {
  const place = fieldsOfKind('tick', form).findIndex(({ key }) => key === tick);
  return {
    attribute: `data-tick-${place}`,
    marksOptional: `group-has-[[data-tick-${place}]:checked]/entry:inline`,
    hidesItsReason: `group-has-[[data-tick-${place}]:not(:checked)]/entry:not-has-data-held-up:hidden`,
  };
}

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

/** The name of a text, with a mark that it may stay empty: always, or while a tick excuses it. */
function TextLabel({ field, form }: { field: TextField; form: EntryForm }) {
  const t = useT();
  const name = fieldLabel(t, form, field.key);
  if (field.kind === 'reason' || (field.required && !field.unless)) return name;
  const marks = field.required && field.unless ? `hidden ${tickMarks(form, field.unless).marksOptional}` : '';
  return (
    <>
      {name}
      <span className={`ml-2 text-sm font-normal text-muted ${marks}`}>
        {t(field.required ? 'filing.editor.optional' : 'filing.editor.mayStayEmpty')}
      </span>
    </>
  );
}

/** The plan's hint to a section, and the correction that the division requires in it. */
function TextHint({ hint, reason }: { hint: string | undefined; reason: string | undefined }) {
  return (
    <>
      {hint}
      {reason && <SectionReason text={reason} />}
    </>
  );
}

/** One text of the entry, with its number of characters, its limit, its state, and the last period's text. */
function SectionArea({ field, ...props }: EntrySectionsProps & { field: TextField }) {
  const t = useT();
  const { entry, shown, index, state } = props;
  const name = fieldName(index, field.key);
  const id = fieldAnchor(entry.taskCode, field.key);
  const reason = field.kind === 'section' ? entry.sectionComments[field.key] : undefined;
  const hint = field.kind === 'section' ? field.hint : undefined;
  const key = fieldKey({ taskId: entry.taskId, field: field.key });
  const written = textOf(shown, field.key);
  const typed = useFieldState(key)?.typed ?? written;
  return (
    <div>
      <TextAreaField
        label={<TextLabel field={field} form={entry.form} />}
        name={name}
        id={id}
        limit={field.limit}
        hint={(reason || hint) && <TextHint hint={hint} reason={reason} />}
        rows={field.kind === 'reason' ? 2 : 5}
        defaultValue={written}
        error={fieldError(t, state, name)}
        status={<FieldStatus fieldKey={key} named={id} />}
        className={`field-sizing-content max-h-[32rem] ${field.kind === 'reason' ? 'min-h-20' : 'min-h-32'}`}
      />
      <TextNotes text={String(typed)} />
      {field.kind === 'section' && <ContradictionChoice entry={entry} section={field.key} shown={shown} />}
      {field.kind === 'section' && <LastPeriod entry={entry} section={field.key} fieldId={id} />}
      <Between {...props} field={field.key} />
    </div>
  );
}

/** An explicit confirmation that there is nothing to report, to tell it from a forgotten field. */
function Confirmation(props: EntrySectionsProps & { field: EntryKey }) {
  const t = useT();
  const { entry, shown, index, field } = props;
  return (
    <div>
      <CheckboxField
        label={fieldLabel(t, entry.form, field)}
        hint={tickHint(t, entry.form, field)}
        name={fieldName(index, field)}
        id={fieldAnchor(entry.taskCode, field)}
        defaultChecked={isTicked(shown, field)}
        {...{ [tickMarks(entry.form, field).attribute]: '' }}
      />
      <FieldStatus fieldKey={fieldKey({ taskId: entry.taskId, field })} />
      <Between {...props} />
    </div>
  );
}

function LightChoice(props: EntrySectionsProps & { field: EntryKey }) {
  const t = useT();
  const { entry, shown, index, state, field } = props;
  return (
    <div>
      <RadioGroupField
        legend={fieldLabel(t, entry.form, field)}
        name={fieldName(index, field)}
        id={fieldAnchor(entry.taskCode, field)}
        options={progressLights.map((light) => ({ value: light, label: t(`progressLights.${light}`) }))}
        defaultValue={lightOf(shown, field)}
        error={fieldError(t, state, fieldName(index, field))}
      />
      <FieldStatus fieldKey={fieldKey({ taskId: entry.taskId, field })} />
      <Between {...props} />
    </div>
  );
}

function FieldControl({ field, ...props }: EntrySectionsProps & { field: FormField }) {
  switch (field.kind) {
    case 'section':
      return <SectionArea {...props} field={field} />;
    case 'reason':
      return (
        // Texts that wait for their author are never hidden.
        <div className={`pl-7.5 ${tickMarks(props.entry.form, field.of).hidesItsReason}`}>
          <SectionArea {...props} field={field} />
        </div>
      );
    case 'tick':
      return <Confirmation {...props} field={field.key} />;
    case 'light':
      return <LightChoice {...props} field={field.key} />;
  }
}

const isBeside = (field: FormField, before: FormField | undefined) =>
  before !== undefined &&
  ((field.kind === 'tick' && field.under === before.key) || (field.kind === 'reason' && field.of === before.key));

/** The fields of a form, those together that stand close: a tick behind its section, a reason behind its tick. */
function groupsOf(form: EntryForm): FormField[][] {
  const groups: FormField[][] = [];
  for (const field of form.fields) {
    const last = groups.at(-1);
    if (last && isBeside(field, last.at(-1))) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

/** The fields of one entry in the order of the form, each with the confirmation that stands for it. */
export function EntrySections(props: EntrySectionsProps) {
  return (
    <div className="grid min-w-0 gap-6">
      {groupsOf(props.entry.form).map((fields) => (
        <div key={fields[0]?.key} className="grid gap-3">
          {fields.map((field) => (
            <FieldControl key={field.key} {...props} field={field} />
          ))}
        </div>
      ))}
    </div>
  );
}
