'use client';

import { useEffect, useRef, useState } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { type FormPlan, PlanVersion } from '@/components/plans/settings/plan-version';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CheckboxField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { SubmitButton } from '@/components/ui/submit-button';
import { blankSection, coordinationKey, type FormSection, type PlanForm } from '@/lib/domain/plan/plan-form';
import { changePlanFormAction } from '@/lib/plans/form/actions';
import { formBounds } from '@/lib/schemas/entry-form';
import { type FormState, isTicked, typedIn } from '@/lib/schemas/form-state';
import { typedSections } from '@/lib/schemas/plan-form';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { FormPreview } from './form-preview';
import { SectionFields, sectionFields } from './section-fields';

/** The form as it stands in the fields of the page. */
function writtenIn(form: HTMLFormElement): PlanForm {
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  return { light: values.light === 'on', sections: typedSections(values) };
}

/** The sections at first: as posted without scripts and not accepted, otherwise as stored. */
function sectionsAtFirst(state: FormState, stored: PlanForm): readonly FormSection[] {
  return 'values' in state ? typedSections(typedIn(state)) : stored.sections;
}

function moved(sections: readonly FormSection[], from: number, by: 1 | -1): FormSection[] {
  const order = [...sections];
  const [section] = order.splice(from, 1);
  if (section) order.splice(from + by, 0, section);
  return order;
}

type AddButtonsProps = { sections: readonly FormSection[]; add: (section: FormSection) => void };

function AddButtons({ sections, add }: AddButtonsProps) {
  const t = useT();
  const label = t('planForm.desk.coordination');
  const coordination = { ...blankSection(sections), key: coordinationKey, label, required: false };
  if (sections.length >= formBounds.sections) return null;
  return (
    <p className="flex flex-wrap gap-3">
      <Button type="button" variant="secondary" onClick={() => add(blankSection(sections))}>
        {t('planForm.desk.add')}
      </Button>
      {!sections.some(({ key }) => key === coordinationKey) && (
        <Button type="button" variant="secondary" onClick={() => add(coordination)}>
          {t('planForm.desk.addCoordination', { name: label })}
        </Button>
      )}
    </p>
  );
}

const namedFields = (t: Translate, sections: readonly FormSection[]) => [
  ...sections.flatMap((_, index) => sectionFields(t, index)),
  { name: 'sections', id: 'sections', label: t('planForm.desk.edit') },
];

/** The sections in the order on the page, and the form as it is written at the moment. */
function useSections(state: FormState, stored: PlanForm) {
  const form = useRef<HTMLFormElement>(null);
  const [sections, setSections] = useState(() => sectionsAtFirst(state, stored));
  const [written, setWritten] = useState<PlanForm>({ ...stored, sections });
  const read = () => {
    if (form.current) setWritten(writtenIn(form.current));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: fields were added, removed or have another place
  useEffect(read, [sections]);
  return { form, sections, setSections, written, read };
}

type PlanFormEditorProps = { plan: FormPlan; stored: PlanForm };

/** Edits the form of a plan: its sections and the light, with what officers will see beside them. */
export function PlanFormEditor({ plan, stored }: PlanFormEditorProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(changePlanFormAction, { place: `plan-form/${plan.code}` });
  const { form, sections, setSections, written, read } = useSections(state, stored);
  const error = fieldError(t, state, 'sections');
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <form ref={form} action={action} onSubmit={onSubmit} onInput={read} noValidate className="grid min-w-0 gap-5">
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={namedFields(t, sections)} />
        <PlanVersion plan={plan} />
        <Card>
          <CheckboxField
            name="light"
            label={t('planForm.desk.light')}
            hint={t('planForm.desk.lightHint')}
            defaultChecked={isTicked(state, { name: 'light' }, stored.light)}
          />
        </Card>
        {sections.map((section, index) => (
          <SectionFields
            key={section.key}
            section={section}
            index={index}
            written={written.sections}
            state={state}
            isLast={index === sections.length - 1}
            move={(by) => setSections(moved(sections, index, by))}
            remove={() => setSections(sections.filter((other) => other !== section))}
          />
        ))}
        <div id="sections" tabIndex={-1}>
          {error && <FieldError id="sections">{error}</FieldError>}
          <AddButtons sections={sections} add={(section) => setSections([...sections, section])} />
        </div>
        <SubmitButton className="justify-self-start">{t('planForm.desk.save')}</SubmitButton>
      </form>
      <FormPreview form={written} />
    </div>
  );
}
