import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { PeriodCard } from '@/components/plans/periods/period-card';
import { DeadlineTable } from '@/components/plans/rule/deadline-table';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { loadPlanPeriods } from '@/lib/plans/periods/loaders';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export async function generateMetadata({ params }: PageProps<'/plans/[code]/periods'>): Promise<Metadata> {
  const t = getT();
  const { plan } = await loadPlanOfDesk((await params).code);
  return { title: `${t('plans.sections.periods')} ${plan.title}` };
}

/**
 * `/plans/[code]/periods`: the periods of a plan with their dates and counts, and the coordinator's acts on them. 404 for
 * whoever holds no role of the division for its office.
 */
export default async function PlanPeriodsPage({ params, searchParams }: PageProps<'/plans/[code]/periods'>) {
  const t = getT();
  const { plan, proposed, periods, done } = await loadPlanPeriods((await params).code, await searchParams);
  return (
    <PlanFrame plan={plan} current="periods">
      {done && (
        <NoticeBox
          tone="success"
          title={t('plans.periods.done', {
            period: formatPeriod(done.periodCode),
            act: t(`plans.periods.acts.${done.act}.title`),
          })}
          live
        />
      )}
      {plan.status === 'draft' ? (
        <Card>
          <SectionHeading>{t('plans.periods.proposed')}</SectionHeading>
          <p className="mb-4 text-muted">{t('plans.periods.proposedHint')}</p>
          <DeadlineTable deadlines={proposed} caption={t('plans.periods.proposed')} />
        </Card>
      ) : (
        periods.map((period) => <PeriodCard key={period.id} plan={plan} period={period} />)
      )}
    </PlanFrame>
  );
}
