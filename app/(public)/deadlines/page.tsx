import { DayReasons } from '@/components/plans/day-reasons';
import { ListPages } from '@/components/plans/list-pages';
import { PeriodTable } from '@/components/plans/period-table';
import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { NoticeBox } from '@/components/ui/notice-box';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadPlanPage } from '@/lib/plans/lists/loaders';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import { ruleWords } from '@/lib/text/rule-words';
import { pageMetadata } from '../page-metadata';

export function generateMetadata() {
  const t = getT();
  return pageMetadata({
    title: t('public.deadlines.title'),
    column: t('public.deadlines.title'),
    description: t('public.deadlines.lead'),
  });
}

/** `/deadlines?page=2`: the last days of all plans and how they were counted, five plans on a page. */
export default async function DeadlinesPage({ searchParams }: PageProps<'/deadlines'>) {
  const t = getT();
  const [list, identity] = await Promise.all([loadPlanPage(await searchParams), loadSiteIdentity()]);
  return (
    <PublicPage
      column="deadlines"
      identity={identity}
      title={t('public.deadlines.title')}
      lead={t('public.deadlines.lead')}
    >
      <PlanGroups plans={list.plans}>
        {(plan) => (
          <div className="grid gap-8">
            <NoticeBox tone="info">{ruleWords(t, plan.deadlineRule, plan.rhythm)}</NoticeBox>
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
                  <DayReasons reasons={period.reasons} dueOn={period.dueOn} caption={formatPeriod(period.code)} />
                </TableSheet>
              </section>
            ))}
          </div>
        )}
      </PlanGroups>
      <ListPages list={list} address={routes.deadlines()} />
      <p className="mt-6 text-sm text-muted">
        {t('public.deadlines.api', rhythmWords(t, sharedRhythm(list.plans)))}{' '}
        <a href="/api/v1/deadlines/2025Q3" className="link">
          /api/v1/deadlines/2025Q3
        </a>
      </p>
    </PublicPage>
  );
}
