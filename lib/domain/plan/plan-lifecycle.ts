import { type Actor, holdsFor, type Role } from '@/lib/domain/authorization';
import type { NotifiedEvent } from '@/lib/domain/chasing/notified-events';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { PlanStatus } from './plan-status';

type Transition = { to: PlanStatus; by: readonly Role[] };

const coordinator = ['coordinator'] as const;
const stay = <Status extends PlanStatus>(to: Status) => ({ to, by: coordinator }) as const;

/**
 * Status × command; a command that is absent is refused. A draft is changed freely and nobody is notified of it; an issued plan is
 * changed by acts of their own, each of which the record keeps.
 */
const planLifecycle = {
  draft: {
    change: stay('draft'),
    'change-form': stay('draft'),
    issue: stay('issued'),
    discard: stay('draft'),
    renumber: stay('draft'),
  },
  issued: {
    // Until a report of the plan is begun.
    'change-form': stay('issued'),
    'set-contact': stay('issued'),
    'set-late-filing': stay('issued'),
    'change-rule': stay('issued'),
    amend: stay('issued'),
    'open-period': stay('issued'),
    'close-period': stay('issued'),
    'reopen-period': stay('issued'),
    'skip-period': stay('issued'),
    'resume-period': stay('issued'),
    'move-deadline': stay('issued'),
    close: stay('closed'),
  },
  closed: {
    reopen: stay('issued'),
  },
} as const satisfies Record<PlanStatus, Record<string, Transition>>;

type Lifecycle = typeof planLifecycle;
export type PlanCommand = { [Status in PlanStatus]: keyof Lifecycle[Status] }[PlanStatus];

/**
 * The event that each command records, null where its effect records one for each period; and the event on the reports
 * that notifies the officers whom it concerns, or the reason why nobody is notified.
 */
export const planEvents = {
  change: { event: 'plan-changed', notifies: { nobody: 'a draft is no duty yet' } },
  'change-form': { event: 'plan-form-changed', notifies: { nobody: 'no report of the plan was begun' } },
  issue: { event: 'plan-issued', notifies: 'report-owed' },
  discard: { event: 'plan-discarded', notifies: { nobody: 'a draft is no duty yet' } },
  renumber: { event: 'plan-renumbered', notifies: { nobody: 'a number stands beside the name, and asks for nothing' } },
  'set-contact': { event: 'plan-contact-set', notifies: { nobody: 'every page names the contact' } },
  'set-late-filing': { event: 'plan-late-filing-set', notifies: 'late-filing-opened' },
  'change-rule': { event: 'plan-rule-changed', notifies: 'report-deadline-moved' },
  amend: { event: 'task-amended', notifies: 'report-tasks-changed' },
  'open-period': { event: 'period-opening-moved', notifies: 'report-opening-moved' },
  'close-period': { event: 'period-closed', notifies: 'report-filing-stopped' },
  'reopen-period': { event: 'period-reopened', notifies: 'report-filing-resumed' },
  'skip-period': { event: 'period-skipped', notifies: 'report-skipped' },
  'resume-period': { event: 'period-resumed', notifies: 'report-filing-resumed' },
  'move-deadline': { event: null, notifies: 'report-deadline-moved' },
  close: { event: 'plan-closed', notifies: 'report-filing-stopped' },
  reopen: { event: 'plan-reopened', notifies: 'report-filing-resumed' },
} as const satisfies Record<PlanCommand, { event: string | null; notifies: NotifiedEvent | { nobody: string } }>;

/** The facts of a plan on which a decision rests. */
export type PlanState = { status: PlanStatus; officeId: string };

function transitionFor(status: PlanStatus, command: PlanCommand): Transition | undefined {
  return (planLifecycle[status] as Partial<Record<PlanCommand, Transition>>)[command];
}

/** The roles that read the plans of their offices at the desk of plans. */
export const planReaders = ['reviewer', 'coordinator', 'leader'] as const satisfies readonly Role[];

/** Says whether an actor may read a plan at its desk: who holds a role of the division for its office. */
export function mayReadPlan(actor: Actor, { officeId }: Pick<PlanState, 'officeId'>): boolean {
  return holdsFor(actor, planReaders, officeId);
}

/**
 * Decides a command on a stored plan. Gives the status to move to, or the first refusal of: `not-found` for a plan of an
 * office for which the actor holds no role, `forbidden` for a role that never gives it, `plan-wrong-status` for a command
 * that the plan's status does not allow.
 */
export function decidePlan(actor: Actor, plan: PlanState, command: PlanCommand): Result<{ to: PlanStatus }> {
  if (!mayReadPlan(actor, plan)) return refused({ code: 'not-found' });
  if (!holdsFor(actor, coordinator, plan.officeId)) return refused({ code: 'forbidden' });
  const transition = transitionFor(plan.status, command);
  if (!transition) return refused({ code: 'plan-wrong-status', status: plan.status });
  return accepted({ to: transition.to });
}

/** Lists the commands that an actor may give on a plan now, which are the acts to offer. */
export function availablePlanCommands(actor: Actor, plan: PlanState): PlanCommand[] {
  const commands = Object.keys(planEvents) as PlanCommand[];
  return commands.filter((command) => decidePlan(actor, plan, command).ok);
}
