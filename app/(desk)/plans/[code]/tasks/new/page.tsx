import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { TaskForm } from '@/components/plans/tasks/task-form';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadNewTask } from '@/lib/plans/tasks/loaders';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('tasks.page.newTitle') };
}

/** `/plans/[code]/tasks/new`: adds a task to a draft, or to an issued plan from a period on; 404 for whoever cannot. */
export default async function NewTaskPage({ params }: PageProps<'/plans/[code]/tasks/new'>) {
  const t = getT();
  const { plan, way, from, periods } = await loadNewTask((await params).code);
  return (
    <PlanFrame plan={plan} current="tasks">
      <Card>
        <SectionHeading>{t('tasks.page.newTitle')}</SectionHeading>
        <TaskForm
          plan={{ code: plan.code, version: plan.version }}
          task={null}
          way={way}
          from={from}
          periods={periods}
        />
      </Card>
    </PlanFrame>
  );
}
