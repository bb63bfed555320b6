import type { Metadata, Route } from 'next';
import { PeriodForm } from '@/components/chasing/period-form';
import { LateFilingForm } from '@/components/late-filing/late-filing-form';
import { LateFilingTable } from '@/components/late-filing/late-filing-table';
import { PlanChoice } from '@/components/plans/plan-choice';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { type LateFiling, loadLateFiling } from '@/lib/late-filing/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('lateFiling.title') };
}

function Unfiled({
  page: { plan, period, rows, total, open, page, pageSize, isOpenByPlan, maySet },
}: {
  page: LateFiling;
}) {
  const t = getT();
  if (total === 0) return <EmptyState title={t('lateFiling.none', { period: formatPeriod(period.code) })} />;
  const addressOf = (number: number) => `${routes.lateFilingOf(plan.code, period.code)}&page=${number}` as Route;
  const maySetOne = maySet && !isOpenByPlan;
  return (
    <Card className="grid gap-4">
      <SectionHeading>{t('lateFiling.listTitle', { count: total, open: isOpenByPlan ? total : open })}</SectionHeading>
      {isOpenByPlan && <NoticeBox tone="info">{t('lateFiling.byPlan')}</NoticeBox>}
      {!maySet && <p className="text-muted">{t('lateFiling.onlyCoordinator')}</p>}
      {maySetOne ? (
        <LateFilingForm rows={rows} total={total} open={open} plan={plan.code} periodCode={period.code} />
      ) : (
        <LateFilingTable reports={rows} isTicked={null} />
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        totalWords={t('chasing.list.total', { total })}
        addressOf={addressOf}
      />
    </Card>
  );
}

/**
 * `/review/chasing/late-filing`: late filing (补报) for one, some or all agencies that have not filed for a period, which the
 * coordinator opens and closes. 404 for everyone but the division and the leader.
 */
export default async function LateFilingPage({ searchParams }: PageProps<'/review/chasing/late-filing'>) {
  const t = getT();
  const page = await loadLateFiling(await searchParams);
  if (!page) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { plans, plan, period, periodCodes, done } = page;
  return (
    <>
      <PageHeader
        title={t('lateFiling.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('chasing.title'), href: routes.chasing() },
          { label: t('lateFiling.title') },
        ]}
        lead={t('lateFiling.lead')}
      />
      <div className="grid gap-6">
        {done && <NoticeBox tone="success" title={t(`lateFiling.done.${done.act}`, { count: done.count })} live />}
        <PlanChoice page={routes.lateFiling()} plans={plans} plan={plan.code} />
        <PeriodForm address={routes.lateFiling()} plan={plan.code} periodCode={period.code} periodCodes={periodCodes} />
        <Unfiled page={page} />
      </div>
    </>
  );
}
