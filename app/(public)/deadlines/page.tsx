import { DayReasons } from '@/components/public/day-reasons';
import { PeriodTable } from '@/components/public/period-table';
import { PlanGroups } from '@/components/public/plan-groups';
import { ruleSentence } from '@/components/public/plan-words';
import { PublicPage } from '@/components/public/public-page';
import { NoticeBox } from '@/components/ui/notice-box';
import { TableSheet } from '@/components/ui/table-sheet';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
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
              <section key={period.quarter}>
                <h3 className="mb-3 font-bold">
                  {formatQuarter(period.quarter)} {t('public.deadlines.reasons')}
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
