import type { PublicState } from '@/lib/domain/review/public-state';
import { useT } from '@/lib/text/use-t';
import { stateWords } from './published-words';

const appearances: Record<PublicState['kind'], string> = {
  not_due: 'border-line bg-surface text-muted',
  open: 'border-line-strong bg-neutral-soft text-neutral',
  overdue: 'border-danger-line bg-danger-soft text-danger',
  closed: 'border-line bg-surface text-muted',
  under_review: 'border-line-strong bg-neutral-soft text-neutral',
  published: 'border-accent-line bg-accent-soft text-accent',
  withdrawn: 'border-warning-line bg-warning-soft text-warning',
};

/** The public state of a report in words on a ground of its own. It is no light: a report that is public may tell of a task that is stuck. */
export function PublicStateMark({ state }: { state: PublicState }) {
  const t = useT();
  return (
    <span className={`rounded-md border px-2.5 py-0.5 text-sm font-medium ${appearances[state.kind]}`}>
      {stateWords(t, state)}
    </span>
  );
}
