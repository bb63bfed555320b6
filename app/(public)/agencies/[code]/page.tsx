import { AgencyPeriods } from '@/components/plans/agency-periods';
import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { TaskTable } from '@/components/plans/task-table';
import { EndedNotice } from '@/components/register/ended-notice';
import { SectionHeading } from '@/components/ui/section-heading';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadAgency } from '@/lib/plans/lists/loaders';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfAgency } from '@/lib/publication/loaders';
import { loadStatesOfAgency } from '@/lib/publication/states/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import { pageMetadata } from '../../page-metadata';

export async function generateMetadata({ params }: PageProps<'/agencies/[code]'>) {
  const t = getT();
  const { name, plans } = await loadAgency((await params).code);
  const description = t('public.agency.description', { ...rhythmWords(t, sharedRhythm(plans)), agency: name });
  return pageMetadata({ title: name, column: t('public.agencies.title'), description, source: name });
}

export default async function AgencyPage({ params }: PageProps<'/agencies/[code]'>) {
  const t = getT();
  const { code } = await params;
  const { name, plans, count, ended } = await loadAgency(code);
  const [reports, states, identity] = await Promise.all([
    loadPublishedOfAgency(code),
    loadStatesOfAgency(code),
    loadSiteIdentity(),
  ]);
  return (
    <PublicPage
      column="agencies"
      identity={identity}
      title={name}
      trail={[{ label: t('public.agencies.title'), href: routes.agencies() }]}
      lead={t('public.agency.lead', { count })}
    >
      {ended && <EndedNotice {...ended} />}
      <PlanGroups plans={plans}>
        {(plan) => {
          const ofPlan = reports.filter((report) => report.content.plan.code === plan.code);
          return (
            <div className="grid gap-10">
              <section>
                <SectionHeading level={3}>{t('public.agency.tasks')}</SectionHeading>
                <TableSheet>
                  <TaskTable plan={plan} tasks={plan.ofAgency} reports={ofPlan} withAgency={false} />
                </TableSheet>
              </section>
              <section>
                <SectionHeading level={3}>{t('public.agency.reports', rhythmWords(t, plan.rhythm))}</SectionHeading>
                <AgencyPeriods plan={plan} reports={ofPlan} states={states} />
              </section>
            </div>
          );
        }}
      </PlanGroups>
    </PublicPage>
  );
}
