import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { Button } from '@/components/ui/button';
import { CheckboxField, SelectField, TextField } from '@/components/ui/field';
import { type FormSection, hasOwnTick, noConfirmation, ownConfirmations } from '@/lib/domain/plan/plan-form';
import { formBounds } from '@/lib/schemas/entry-form';
import type { FormState } from '@/lib/schemas/form-state';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

const texts = ['label', 'hint', 'limit', 'confirmation', 'tickLabel'] as const;

const nameOf = (index: number, field: keyof FormSection) => `sections[${index}].${field}`;

/** The fields of a section with their visible names: 栏目 2 · 字数上限. */
export function sectionFields(t: Translate, index: number): NamedField[] {
  const section = t('planForm.desk.section', { number: index + 1 });
  return texts.map((field) => {
    const name = nameOf(index, field);
    return { name, id: name, label: `${section} · ${t(`planForm.desk.fields.${field}`)}` };
  });
}

function confirmationOptions(t: Translate, section: FormSection, written: readonly FormSection[]) {
  const own = [noConfirmation, ...ownConfirmations] as const;
  const others = written.filter((other) => other.key !== section.key && hasOwnTick(other));
  return [
    ...own.map((value) => ({ value, label: t(`planForm.desk.confirmations.${value}`) })),
    ...others.map(({ key, label }) => ({ value: key, label: t('planForm.desk.confirmations.with', { name: label }) })),
  ];
}

type SectionFieldsProps = {
  /** As stored or added; what is typed into its fields stands in `written`. */
  section: FormSection;
  index: number;
  written: readonly FormSection[];
  state: FormState;
  isLast: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
};

function SectionTexts({ section, index, written, state }: SectionFieldsProps) {
  const t = useT();
  const textOf = (field: (typeof texts)[number]) => {
    const name = nameOf(index, field);
    const error = fieldError(t, state, name);
    return { name, label: t(`planForm.desk.fields.${field}`), defaultValue: section[field], error };
  };
  const now = written.find(({ key }) => key === section.key) ?? section;
  return (
    <>
      <TextField {...textOf('label')} required hint={t('planForm.desk.labelHint', { limit: formBounds.label })} />
      <TextField {...textOf('hint')} />
      <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <TextField {...textOf('limit')} required inputMode="numeric" className="max-w-32" />
        <SelectField {...textOf('confirmation')} options={confirmationOptions(t, section, written)} />
      </div>
      <div hidden={!hasOwnTick(now)}>
        <TextField {...textOf('tickLabel')} hint={t('planForm.desk.tickLabelHint')} />
      </div>
    </>
  );
}

/** One section of the form: its fields, its place and its removal. */
export function SectionFields(props: SectionFieldsProps) {
  const t = useT();
  const { section, index, written, isLast, move, remove } = props;
  const title = t('planForm.desk.section', { number: index + 1 });
  const name = written.find(({ key }) => key === section.key)?.label || title;
  const act = (key: 'up' | 'down' | 'remove') => {
    const label = t(`planForm.desk.${key}`);
    return { 'aria-label': t('planForm.desk.named', { act: label, name }), children: label };
  };
  return (
    <fieldset className="card grid min-w-0 gap-4 p-5">
      <legend className="sr-only">{title}</legend>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="font-bold text-accent-strong">{title}</span>
        <span className="flex flex-wrap gap-2">
          {index > 0 && <Button type="button" variant="quiet" onClick={() => move(-1)} {...act('up')} />}
          {!isLast && <Button type="button" variant="quiet" onClick={() => move(1)} {...act('down')} />}
          <Button type="button" variant="quiet" onClick={remove} {...act('remove')} />
        </span>
      </div>
      <input type="hidden" name={nameOf(index, 'key')} value={section.key} />
      <SectionTexts {...props} />
      <div className="flex flex-wrap gap-x-8">
        {(['required', 'publicByDefault'] as const).map((field) => (
          <CheckboxField
            key={field}
            name={nameOf(index, field)}
            label={t(`planForm.desk.fields.${field}`)}
            defaultChecked={section[field]}
          />
        ))}
      </div>
    </fieldset>
  );
}
