import { DayReasons } from '@/components/plans/day-reasons';
import { PeriodTable } from '@/components/plans/period-table';
import { PlanGroups } from '@/components/plans/plan-groups';
import { ruleSentence } from '@/components/plans/plan-words';
import { PublicPage } from '@/components/plans/public-page';
import { NoticeBox } from '@/components/ui/notice-box';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { formatPeriod } from '@/lib/text/format';
import { t } from '@/lib/text/translator';
import { pageMetadata } from '../page-metadata';

const title = t('public.deadlines.title');

export const metadata = pageMetadata({ title, column: title, description: t('public.deadlines.lead') });

export default async function DeadlinesPage() {
  const [plans, identity] = await Promise.all([loadPlans(), loadSiteIdentity()]);
  return (
    <PublicPage column="deadlines" identity={identity} title={title} lead={t('public.deadlines.lead')}>
      <PlanGroups plans={plans}>
        {(plan) => (
          <div className="grid gap-8">
            <NoticeBox tone="info">{ruleSentence(plan.deadlineRule)}</NoticeBox>
            {plan.periods.some(({ provisional }) => provisional) && (
              <NoticeBox tone="warning">{t('public.period.provisionalHint')}</NoticeBox>
            )}
            <TableSheet>
              <PeriodTable plan={plan} />
            </TableSheet>
            {plan.periods.map((period) => (
              <section key={period.code}>
                <h3 className="mb-3 font-bold">
                  {formatPeriod(period.code)} {t('public.deadlines.reasons')}
                </h3>
                <TableSheet>
                  <DayReasons period={period} />
                </TableSheet>
              </section>
            ))}
          </div>
        )}
      </PlanGroups>
      <p className="mt-6 text-sm text-muted">
        {t('public.deadlines.api')}{' '}
        <a href="/api/v1/deadlines/2025Q3" className="link">
          /api/v1/deadlines/2025Q3
        </a>
      </p>
    </PublicPage>
  );
}
