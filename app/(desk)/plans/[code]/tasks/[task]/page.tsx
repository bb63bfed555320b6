import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { AmendmentTable } from '@/components/plans/tasks/amendment-table';
import { TaskActs } from '@/components/plans/tasks/task-acts';
import { TaskSheet } from '@/components/plans/tasks/task-sheet';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import { loadPlanTask } from '@/lib/plans/tasks/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

type TaskPageProps = PageProps<'/plans/[code]/tasks/[task]'>;

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  const t = getT();
  const { code, task: taskCode } = await params;
  const { task } = await loadPlanTask(code, taskCode);
  return { title: `${t('tasks.page.title', { number: task.position })} ${task.shortTitle}` };
}

/**
 * `/plans/[code]/tasks/[task]`: a task, which its coordinator changes in a draft and amends in an issued plan. 404 for whoever
 * holds no role of the division for the plan's office.
 */
export default async function PlanTaskPage({ params }: TaskPageProps) {
  const t = getT();
  const { code, task: taskCode } = await params;
  const { plan, task, way, from, periods, places, names, amendments } = await loadPlanTask(code, taskCode);
  const canChange = way !== null && task.endedFrom === null;
  return (
    <PlanFrame plan={plan} current="tasks">
      <TextLink href={routes.planSection(plan.code, 'tasks')}>{t('tasks.page.back')}</TextLink>
      <Card>
        <SectionHeading>{`${t('tasks.page.title', { number: task.position })} ${task.shortTitle}`}</SectionHeading>
        {canChange ? (
          <TaskActs plan={{ code: plan.code, version: plan.version }} {...{ task, way, from, periods, places }} />
        ) : (
          <TaskSheet task={task} isClosed={plan.status === 'closed'} />
        )}
      </Card>
      {amendments.length > 0 && (
        <Card>
          <SectionHeading>{t('tasks.page.amendments')}</SectionHeading>
          <AmendmentTable plan={plan.code} amendments={amendments} names={names} />
        </Card>
      )}
    </PlanFrame>
  );
}
