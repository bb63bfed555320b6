'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/button';
import { endLeaveAction } from '@/lib/assignment/actions';
import type { ListedLeave } from '@/lib/assignment/loaders';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** Present and future leaves, with their stand-ins. */
export function LeaveList({ leaves }: { leaves: readonly ListedLeave[] }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(endLeaveAction, nothingTyped);
  if (leaves.length === 0) return <p className="text-muted">{t('assignment.leave.none')}</p>;
  const list = (
    <ul className="grid gap-2">
      {leaves.map(({ id, reviewer, standIn, fromOn, untilOn, isNow, mayEnd }) => {
        const words = t('assignment.leave.of', {
          reviewer,
          standIn,
          from: formatDate(fromOn),
          until: formatDate(untilOn),
        });
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4">
            <span>{words}</span>
            {isNow && <span className="text-sm font-medium text-warning">{t('assignment.leave.now')}</span>}
            {mayEnd && (
              <Button
                type="submit"
                name="leaveId"
                value={id}
                variant="quiet"
                aria-label={t('assignment.leave.endNamed', { words })}
              >
                {t('assignment.leave.end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
  if (!leaves.some(({ mayEnd }) => mayEnd)) return list;
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      {list}
    </form>
  );
}
