import type { PlanStatus } from '@/lib/domain/plan/plan-status';
import { useT } from '@/lib/text/use-division-t';

const appearances: Record<PlanStatus, string> = {
  draft: 'border-warning-line bg-warning-soft text-warning',
  issued: 'border-success-line bg-success-soft text-success',
  closed: 'border-line-strong bg-neutral-soft text-neutral',
};

/** The state of a plan in words, on a background of its own. */
export function PlanStatusTag({ status }: { status: PlanStatus }) {
  const t = useT();
  return (
    <span className={`rounded-md border px-2.5 py-0.5 text-sm font-medium whitespace-nowrap ${appearances[status]}`}>
      {t(`plans.statuses.${status}`)}
    </span>
  );
}
