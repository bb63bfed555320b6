import type { Metadata, Route } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { EventTable } from '@/components/plans/history/event-table';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { loadPlanHistory } from '@/lib/plans/history/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export async function generateMetadata({ params }: PageProps<'/plans/[code]/history'>): Promise<Metadata> {
  const t = getT();
  const { plan } = await loadPlanOfDesk((await params).code);
  return { title: `${t('plans.sections.history')} ${plan.title}` };
}

/** `/plans/[code]/history`: who did what to a plan, and when. 404 for whoever holds no role of the division for its office. */
export default async function PlanHistoryPage({ params, searchParams }: PageProps<'/plans/[code]/history'>) {
  const t = getT();
  const { plan, events, total, page, pageSize } = await loadPlanHistory((await params).code, await searchParams);
  const addressOf = (number: number) => `${routes.planSection(plan.code, 'history')}?page=${number}` as Route;
  return (
    <PlanFrame plan={plan} current="history">
      <Card className="grid gap-4">
        <EventTable events={events} rhythm={plan.rhythm} />
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          totalWords={t('plans.history.more', { total })}
          addressOf={addressOf}
        />
      </Card>
    </PlanFrame>
  );
}
