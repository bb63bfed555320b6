import { type Column, DataTable } from '@/components/ui/data-table';
import type { RuleMove } from '@/lib/domain/plan/plan-rule';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** The frozen dates that a rule would move, before and after. */
export function MovesTable({ moves }: { moves: readonly RuleMove[] }) {
  const t = useT();
  const columns: Column<RuleMove>[] = [
    {
      key: 'period',
      header: t('plans.periods.period'),
      isRowHeader: true,
      cell: ({ deadline }) => formatPeriod(deadline.periodCode),
    },
    { key: 'before', header: t('plans.ruleForm.before'), cell: ({ before }) => namedDeadlineWords(t, before) },
    {
      key: 'after',
      header: t('plans.ruleForm.after'),
      cell: ({ deadline, isPast }) => (
        <>
          {namedDeadlineWords(t, deadline)}
          {isPast && <span className="ml-2 text-danger">{t('plans.ruleForm.past')}</span>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('plans.ruleForm.movesTitle')}
      captionHidden
      columns={columns}
      rows={moves}
      rowKey={({ periodId }) => periodId}
      empty={t('plans.ruleForm.movesNothing')}
    />
  );
}
