import type { Metadata, Route } from 'next';
import { ChaseForm } from '@/components/chasing/chase-form';
import { PeriodForm } from '@/components/chasing/period-form';
import { ScheduleList } from '@/components/chasing/schedule-list';
import { UnfiledTable } from '@/components/chasing/unfiled-table';
import { TroubleList } from '@/components/notifications/deliveries/trouble-list';
import { PlanChoice } from '@/components/plans/plan-choice';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import { type ChasingDesk, loadChasing } from '@/lib/chasing/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('chasing.title') };
}

function Unfiled({ desk }: { desk: ChasingDesk }) {
  const t = getT();
  const { plan, period, unfiled, named, mayChase } = desk;
  const periodName = formatPeriod(period.code);
  const said = { period: periodName, date: t('chasing.form.dueOnPlace'), state: t('chasing.form.statePlace') };
  if (unfiled.total === 0) return <EmptyState title={t('chasing.none', { period: periodName })} />;
  const addressOf = (page: number) =>
    `${routes.chasing()}?${new URLSearchParams({ plan: plan.code, quarter: period.code, page: String(page) })}` as Route;
  return (
    <Card className="grid gap-4">
      <SectionHeading>{t('chasing.listTitle', { count: unfiled.total })}</SectionHeading>
      {unfiled.withoutRecipient > 0 && (
        <NoticeBox tone="warning">{t('chasing.withoutRecipient', { count: unfiled.withoutRecipient })}</NoticeBox>
      )}
      {mayChase ? (
        <ChaseForm
          reports={unfiled.rows}
          ticked={named}
          total={unfiled.total}
          plan={plan.code}
          periodCode={period.code}
          submissionId={unfiled.submissionId}
          subject={t('chasing.form.defaultSubject', said)}
          text={t('chasing.form.defaultText', said)}
          seenAt={desk.seenAt}
        />
      ) : (
        <>
          <p className="text-muted">{t('chasing.onlyDivision')}</p>
          <UnfiledTable reports={unfiled.rows} isTicked={null} />
        </>
      )}
      <Pagination
        page={desk.page}
        pageSize={desk.pageSize}
        total={unfiled.total}
        totalWords={t('chasing.list.total', { total: unfiled.total })}
        addressOf={addressOf}
      />
    </Card>
  );
}

/**
 * `/review/chasing`: agencies that have not filed, and one button that chases (催办) one, some or all of them. 404 for
 * everyone but the division and the leader.
 */
export default async function ChasingPage({ searchParams }: PageProps<'/review/chasing'>) {
  const t = getT();
  const desk = await loadChasing(await searchParams);
  if (!desk) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { plans, plan, period, periodCodes, done, skipped, troubled, mayChase } = desk;
  return (
    <>
      <PageHeader
        title={t('chasing.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('chasing.title') },
        ]}
        lead={t('chasing.lead')}
        actions={
          <>
            <ButtonLink href={routes.lateFilingOf(plan.code, period.code)} variant="secondary">
              {t('lateFiling.title')}
            </ButtonLink>
            <ButtonLink href={routes.chasingLog()} variant="secondary">
              {t('chasing.log.open')}
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-6">
        {done !== undefined && <NoticeBox tone="success" title={t('chasing.done', { count: done, skipped })} live />}
        {troubled.total > 0 && <TroubleList {...troubled} mayResend={mayChase} />}
        <PlanChoice page={routes.chasing()} plans={plans} plan={plan.code} />
        <PeriodForm address={routes.chasing()} plan={plan.code} periodCode={period.code} periodCodes={periodCodes} />
        <details className="rounded-lg border border-line bg-surface px-4 py-3">
          <summary className="cursor-pointer font-medium">{t('chasing.schedule.title')}</summary>
          <div className="mt-2 grid gap-2">
            <ScheduleList schedule={desk.schedule} />
            <TextLink href={routes.chasingSchedule(plan.code)}>{t('chasing.schedule.open')}</TextLink>
          </div>
        </details>
        <Unfiled desk={desk} />
      </div>
    </>
  );
}
