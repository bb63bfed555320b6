import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { AmendmentTable } from '@/components/plans/tasks/amendment-table';
import { NoticeBox } from '@/components/ui/notice-box';
import { PrintButton } from '@/components/ui/print-button';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadAmendments } from '@/lib/plans/tasks/loaders';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('plans.sections.amendments') };
}

/**
 * `/plans/[code]/amendments`: every amendment of the tasks of an issued plan, for print too. 404 for whoever holds no role of
 * the division for its office.
 */
export default async function AmendmentsPage({ params, searchParams }: PageProps<'/plans/[code]/amendments'>) {
  const t = getT();
  const { plan, amendments, names } = await loadAmendments((await params).code);
  return (
    <PlanFrame
      plan={plan}
      current="amendments"
      actions={amendments.length > 0 && <PrintButton label={t('tasks.amendments.print')} />}
    >
      {(await searchParams).done === 'amended' && (
        <NoticeBox tone="success" title={t('tasks.amendments.amended')} live />
      )}
      <p className="max-w-text text-muted">{t('tasks.amendments.lead')}</p>
      <TableSheet>
        <AmendmentTable plan={plan.code} amendments={amendments} names={names} />
      </TableSheet>
    </PlanFrame>
  );
}
