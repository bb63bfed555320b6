import { DayReasons } from '@/components/plans/day-reasons';
import { ListPages } from '@/components/plans/list-pages';
import { PeriodTable } from '@/components/plans/period-table';
import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { NoticeBox } from '@/components/ui/notice-box';
import { TableSheet } from '@/components/ui/table-sheet';
import type { Plan } from '@/lib/plans/data';
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

/** As many periods are explained at once as quarters of a year; those of months are opened one by one. */
const explainedAtOnce = 4;

function DayReasonsOfPlan({ plan }: { plan: Plan }) {
  const t = getT();
  return (
    <div className="grid gap-6">
      {plan.periods.map((period) => (
        <details key={period.code} open={plan.periods.length <= explainedAtOnce}>
          <summary className="cursor-pointer font-bold">
            {formatPeriod(period.code)} {t('public.deadlines.reasons')}
          </summary>
          <div className="mt-3">
            <TableSheet>
              <DayReasons reasons={period.reasons} dueOn={period.dueOn} caption={formatPeriod(period.code)} />
            </TableSheet>
          </div>
        </details>
      ))}
    </div>
  );
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
            <DayReasonsOfPlan plan={plan} />
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
