import { AgencyTable } from '@/components/plans/agency-table';
import { ListPages } from '@/components/plans/list-pages';
import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadLeadAgencyPage } from '@/lib/plans/lists/loaders';
import { loadPlans, loadRhythms, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import { pageMetadata } from '../page-metadata';

export async function generateMetadata() {
  const t = getT();
  const words = rhythmWords(t, sharedRhythm(await loadRhythms()));
  return pageMetadata({
    title: t('public.agencies.title'),
    column: t('public.agencies.title'),
    description: t('public.agencies.lead', words),
  });
}

/** `/agencies?page=2`: the agencies of all plans, fifty on a page. */
export default async function AgenciesPage({ searchParams }: PageProps<'/agencies'>) {
  const t = getT();
  const [plans, list, identity] = await Promise.all([
    loadPlans(),
    loadLeadAgencyPage(await searchParams),
    loadSiteIdentity(),
  ]);
  const agenciesOf = (planCode: string) => list.agencies.filter((agency) => agency.planCode === planCode);
  return (
    <PublicPage
      column="agencies"
      identity={identity}
      title={t('public.agencies.title')}
      lead={t('public.agencies.lead', rhythmWords(t, sharedRhythm(plans)))}
    >
      <PlanGroups plans={plans.filter(({ code }) => agenciesOf(code).length > 0)}>
        {async (plan) => {
          const agencies = agenciesOf(plan.code);
          const codes = agencies.map((agency) => agency.code);
          return (
            <TableSheet>
              <AgencyTable plan={plan} agencies={agencies} reports={await loadPublishedOfPlan(plan.code, codes)} />
            </TableSheet>
          );
        }}
      </PlanGroups>
      <ListPages list={list} address={routes.agencies()} />
    </PublicPage>
  );
}
