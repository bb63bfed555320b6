'use client';

import { EntrySections } from '@/components/filing/editor/entry-sections';
import type { EditorEntry } from '@/components/reports/entry-fields';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { formOfPlan, type PlanForm } from '@/lib/domain/plan/plan-form';
import type { EntryForm } from '@/lib/domain/report/entry';
import { idle } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';

/** An entry in which nobody has written. */
const blankEntry = (form: EntryForm): EditorEntry => ({
  form,
  ...{ taskId: '', taskCode: 'preview', taskText: '', comment: null, sectionComments: {}, remarks: [], fieldSaves: {} },
  ...{ nearCopies: [], lastPeriod: null, contributions: [], asked: null },
  evidence: { reportId: '', files: [], canEdit: false, limits: { bytes: 0, perEntry: 0, kinds: [] } },
});

/** The fields of one task as its officer will see them, by the editor's own components; nothing can be typed here. */
export function FormPreview({ form }: { form: PlanForm }) {
  const t = useT();
  const unnamed = t('planForm.desk.unnamed');
  const named = form.sections.map((section) => ({
    ...section,
    label: section.label || unnamed,
    tickLabel: section.tickLabel || unnamed,
  }));
  const entry = blankEntry(formOfPlan({ ...form, sections: named }));
  return (
    <Card className="min-w-0 xl:sticky xl:top-6">
      <SectionHeading aside={t('planForm.desk.previewHint')}>{t('planForm.desk.preview')}</SectionHeading>
      <fieldset disabled className="group/entry min-w-0" data-form-preview>
        <legend className="sr-only">{t('planForm.desk.preview')}</legend>
        <EntrySections key={JSON.stringify(entry.form)} entry={entry} shown={{}} index={0} state={idle} />
      </fieldset>
    </Card>
  );
}
