import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { type EndingForm, endAgency } from '@/lib/register/changes/ending/mutations';
import { type AmendedPlan, midQuarter } from './amended-plan';

/** An ending as a coordinator asks for it in the middle of the quarter. */
export const asCoordinator = (actor: AmendedPlan['coordinator']) => ({ actor, now: midQuarter, address: '10.0.0.7' });

/** The first agency, which leads the first two tasks, is merged into the second, unless asked otherwise. */
const asked = ({ code, agencies: [agencyId = '', successorId = ''], tasks }: AmendedPlan): EndingForm => ({
  agencyId,
  version: 0,
  kind: 'merged',
  changedOn: civilDate('2020-06-15'),
  reason: '机构改革方案',
  successorIds: [successorId],
  handovers: tasks.slice(0, 2).map((taskId) => ({ taskId, successorId })),
  periods: [{ planCode: code, fromPeriod: periodCode('2020Q2') }],
  accounts: 'move',
});

/** Ends the first agency of a plan. */
export const endFirst = (plan: AmendedPlan, rest: Partial<EndingForm> = {}, actor = plan.coordinator) =>
  endAgency({ ...asked(plan), ...rest }, asCoordinator(actor));
