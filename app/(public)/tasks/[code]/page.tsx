import { PublicPage } from '@/components/plans/public-page';
import { TaskFacts } from '@/components/plans/task-facts';
import { TaskNeighbours } from '@/components/plans/task-neighbours';
import { TaskPeriods } from '@/components/plans/task-periods';
import { entryOf } from '@/components/publication/published-words';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadIsDemonstration } from '@/lib/demonstration/loaders';
import { loadTask } from '@/lib/plans/lists/loaders';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfTask } from '@/lib/publication/loaders';
import { loadStatesOfAgencies } from '@/lib/publication/states/loaders';
import { routes } from '@/lib/routes';
import { formatExactInstant } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { pageMetadata } from '../../page-metadata';

export async function generateMetadata({ params }: PageProps<'/tasks/[code]'>) {
  const t = getT();
  const { code } = await params;
  const [{ task }, reports] = await Promise.all([loadTask(code), loadPublishedOfTask(code)]);
  const latest = reports.find((report) => entryOf(report, code));
  return pageMetadata({
    title: `${t('public.task.title', { position: task.position })}（${task.leadAgencies.map(({ name }) => name).join('、')}）`,
    column: t('public.tasks.title'),
    description: task.text,
    publishedAt: latest && formatExactInstant(latest.correctedAt ?? latest.publishedAt).slice(0, 16),
    source: task.leadAgency.name,
  });
}

export default async function TaskPage({ params }: PageProps<'/tasks/[code]'>) {
  const t = getT();
  const { code } = await params;
  const { plan, task } = await loadTask(code);
  const [states, reports, identity, isSample] = await Promise.all([
    loadStatesOfAgencies(task.leads.map((lead) => lead.code)),
    loadPublishedOfTask(code),
    loadSiteIdentity(),
    loadIsDemonstration(),
  ]);
  return (
    <PublicPage
      column="tasks"
      identity={identity}
      title={t('public.task.title', { position: task.position })}
      trail={[{ label: t('public.tasks.title'), href: routes.tasks() }]}
    >
      <div className="grid gap-10">
        <Card>
          <TaskFacts plan={plan} task={task} isSample={isSample} />
        </Card>
        <section>
          <SectionHeading>{t('public.task.periods', rhythmWords(t, plan.rhythm))}</SectionHeading>
          <TaskPeriods plan={plan} task={task} reports={reports} states={states} />
        </section>
        <TaskNeighbours previous={task.previous} next={task.next} />
      </div>
    </PublicPage>
  );
}
