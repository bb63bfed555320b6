'use client';

import { SelectField } from '@/components/ui/field';
import type { EndingPage } from '@/lib/register/changes/loaders';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type EndingDutiesProps = Pick<EndingPage, 'duties' | 'successors'> & { state: FormState };

type Plan = EndingPage['duties'][number];

/** From which period of an issued plan its tasks pass on. */
function FromPeriod({ plan, index, state }: { plan: Plan; index: number; state: FormState }) {
  const t = useT();
  const name = `periods[${index}].fromPeriod`;
  return (
    <>
      <input type="hidden" name={`periods[${index}].planCode`} value={plan.code} />
      <SelectField
        name={name}
        id={`from-${plan.code}`}
        label={t('register.end.plan', { plan: plan.title })}
        options={plan.periods.map((code) => ({ value: code, label: formatPeriod(code) }))}
        defaultValue={typedIn(state)[name] ?? plan.proposed ?? ''}
      />
    </>
  );
}

/** The open tasks of an agency that ends, plan by plan, with the one to which each passes. */
export function EndingDuties({ duties, successors, state }: EndingDutiesProps) {
  const t = useT();
  const tasks = duties.flatMap(({ leads }) => leads);
  const supports = duties.flatMap((plan) => plan.supports).length;
  if (tasks.length + supports === 0) return <p className="text-muted">{t('register.end.noTasks')}</p>;
  const issued = duties.filter(({ status }) => status === 'issued');
  const options = successors.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1.5 font-medium">{t('register.end.tasks')}</legend>
      <p className="text-sm text-muted">{t('register.end.tasksHint')}</p>
      {issued.map((plan, index) => (
        <FromPeriod key={plan.code} plan={plan} index={index} state={state} />
      ))}
      {tasks.map(({ id, position, title }, index) => {
        const name = `handovers[${index}].successorId`;
        return (
          <div key={id}>
            <input type="hidden" name={`handovers[${index}].taskId`} value={id} />
            <SelectField
              name={name}
              id={`task-${id}`}
              label={t('register.end.task', { number: position, title })}
              options={options}
              defaultValue={typedIn(state)[name] ?? options[0]?.value ?? ''}
            />
          </div>
        );
      })}
      {supports > 0 && <p>{t('register.end.supports', { count: supports })}</p>}
    </fieldset>
  );
}
