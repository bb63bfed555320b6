import type { Metadata } from 'next';
import { ScheduleForm } from '@/components/chasing/schedule-form';
import { ScheduleList } from '@/components/chasing/schedule-list';
import { PlanChoice } from '@/components/plans/plan-choice';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { loadChasingSchedule } from '@/lib/chasing/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('chasing.schedule.title') };
}

/** Number of steps that the form has room for; the schema accepts no more. */
const mostSteps = 8;

/**
 * `/review/chasing/schedule`: the chasing schedule, which says on which working days whom the portal notifies. The
 * coordinator sets it; 404 for everyone but the division and the leader.
 */
export default async function ChasingSchedulePage({ searchParams }: PageProps<'/review/chasing/schedule'>) {
  const t = getT();
  const found = await loadChasingSchedule(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { plans, plan, schedule, isDone, maySet } = found;
  return (
    <>
      <PageHeader
        title={t('chasing.schedule.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('chasing.title'), href: routes.chasing() },
          { label: t('chasing.schedule.title') },
        ]}
        lead={t('chasing.schedule.lead')}
      />
      <div className="grid gap-6">
        {isDone && <NoticeBox tone="success" title={t('chasing.schedule.saved')} live />}
        <PlanChoice page={routes.chasingSchedules()} plans={plans} plan={plan.code} />
        <Card className="grid gap-4">
          <p className="font-medium">{plan.title}</p>
          <ScheduleList schedule={schedule} />
          {maySet ? (
            <ScheduleForm plan={plan.code} schedule={schedule} most={mostSteps} />
          ) : (
            <p className="text-muted">{t('chasing.schedule.onlyCoordinator')}</p>
          )}
        </Card>
      </div>
    </>
  );
}
