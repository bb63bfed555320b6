import type { FormPlan } from '@/components/plans/settings/plan-version';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { DeskTask } from '@/lib/plans/tasks/loaders';
import { DraftPlace } from './draft-place';
import { EndForm } from './end-form';
import { MergeForm } from './merge-form';
import { SplitForm } from './split-form';
import { TaskForm } from './task-form';

type TaskActsProps = {
  plan: FormPlan;
  task: DeskTask;
  way: 'draft' | 'amend';
  from: readonly PeriodCode[];
  periods: readonly PeriodCode[];
  places: number;
};

/** Everything that its coordinator can do with a task. */
export function TaskActs({ plan, task, way, from, periods, places }: TaskActsProps) {
  const { code, facts, leads, supports } = task;
  const amended = { plan, task: code, from };
  return (
    <div className="grid gap-8">
      <TaskForm plan={plan} task={{ code, facts, leads, supports }} way={way} from={from} periods={periods} />
      <div className="no-print grid gap-4 border-t border-line pt-6">
        {way === 'draft' ? (
          <DraftPlace plan={plan} task={code} place={task.position} places={places} />
        ) : (
          <>
            <SplitForm {...amended} />
            <MergeForm {...amended} text={facts.text} leads={leads.join('\n')} />
            <EndForm {...amended} />
          </>
        )}
      </div>
    </div>
  );
}
