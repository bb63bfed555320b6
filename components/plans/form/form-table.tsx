import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { type FormSection, hasOwnTick, noConfirmation, type PlanForm } from '@/lib/domain/plan/plan-form';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

function confirmationWords(t: Translate, section: FormSection, { sections }: PlanForm): string {
  const { confirmation, tickLabel: label } = section;
  if (confirmation === noConfirmation) return t('planForm.desk.table.none');
  if (confirmation === 'tick-with-reason') return t('planForm.desk.table.withReason', { label });
  if (hasOwnTick(section)) return label;
  const name = sections.find(({ key }) => key === confirmation)?.label ?? '';
  return t('planForm.desk.table.with', { name });
}

function columns(t: Translate, form: PlanForm): Column<FormSection>[] {
  const yes = (holds: boolean) => t(holds ? 'planForm.desk.table.yes' : 'planForm.desk.table.no');
  return [
    {
      key: 'label',
      header: t('planForm.desk.table.label'),
      isRowHeader: true,
      cell: ({ label, hint }) => (
        <span className="grid">
          <span>{label}</span>
          {hint && <span className="text-sm font-normal text-muted">{hint}</span>}
        </span>
      ),
    },
    { key: 'limit', header: t('planForm.desk.table.limit'), align: 'end', cell: ({ limit }) => limit },
    { key: 'required', header: t('planForm.desk.table.required'), cell: ({ required }) => yes(required) },
    { key: 'public', header: t('planForm.desk.table.public'), cell: ({ publicByDefault }) => yes(publicByDefault) },
    {
      key: 'confirmation',
      header: t('planForm.desk.table.confirmation'),
      cell: (section) => confirmationWords(t, section, form),
    },
  ];
}

/** The sections of a plan's form, for reading. */
export function FormTable({ form }: { form: PlanForm }) {
  const t = useT();
  return (
    <Card>
      <DataTable
        caption={t('planForm.desk.table.caption')}
        captionHidden
        columns={columns(t, form)}
        rows={form.sections}
        rowKey={({ key }) => key}
        empty=""
      />
    </Card>
  );
}
