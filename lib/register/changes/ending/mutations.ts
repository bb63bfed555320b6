import 'server-only';
import type { RegisterRow } from '@/lib/agencies/data';
import { type EndingRequest, type Handover, refuseEnding } from '@/lib/domain/agencies/changes';
import { mayChangeAgency, mayEndAgency } from '@/lib/domain/agencies/register';
import { isCircle } from '@/lib/domain/agencies/tree';
import { civilDateOf, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { amendTaskWithin } from '@/lib/plans/tasks/amendments/mutations';
import { listStoredTasks } from '@/lib/plans/tasks/data';
import { keepPlanAgencies } from '@/lib/plans/tasks/mutations';
import { listOfficesOf } from '@/lib/register/agency/data';
import { endAccounts } from '@/lib/register/changes/accounts/mutations';
import { listDuties, type PlanDuties } from '@/lib/register/changes/duties';
import { passOnTexts } from '@/lib/register/changes/handover/mutations';
import { agencyToChange, writeRegister } from '@/lib/register/mutations';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { writePlanWithin } from '@/lib/server/database/plan-write-path';
import { queueJob } from '@/lib/server/database/queue';
import type { AskContext } from '@/lib/server/database/write-path';

export type EndingForm = Omit<EndingRequest, 'on'> & {
  agencyId: string;
  version: number;
  changedOn: EndingRequest['on'];
  reason: string;
  periods: readonly { planCode: string; fromPeriod: PeriodCode | null }[];
};

type Ending = { transaction: Transaction; agency: RegisterRow; form: EndingForm; context: AskContext };

/** Another agency in the place of the one that ends, which may stand there already. */
const inPlaceOf = (ids: readonly string[], gone: string, successorId: string) => [
  ...new Set(ids.map((id) => (id === gone ? successorId : id))),
];

/** The successor of each task: the one that is named for a task that is led, the first for one that is supported. */
const handoversOf = (plan: PlanDuties, { handovers, successorIds: [first = ''] }: EndingForm): Handover[] => [
  ...handovers.filter(({ taskId }) => plan.leads.some(({ id }) => id === taskId)),
  ...plan.supports.map((taskId) => ({ taskId, successorId: first })),
];

/** Changes the tasks of a draft, which are told to nobody and have no reports. */
function passOnInDraft({ transaction, agency, form, context }: Ending, plan: PlanDuties): Promise<Result<void>> {
  return writePlanWithin(transaction, [plan.code, 'change'], context, async () => {
    for (const { taskId, successorId } of handoversOf(plan, form)) {
      const [mine, theirs] = [
        { taskId, agencyId: agency.id },
        { taskId, agencyId: successorId },
      ];
      const hasLead = await transaction.taskLead.count({ where: theirs });
      const hasSupport = await transaction.supportingAgency.count({ where: theirs });
      if (hasLead) await transaction.taskLead.deleteMany({ where: mine });
      else await transaction.taskLead.updateMany({ where: mine, data: { agencyId: successorId } });
      if (hasLead || hasSupport) await transaction.supportingAgency.deleteMany({ where: mine });
      else await transaction.supportingAgency.updateMany({ where: mine, data: { agencyId: successorId } });
    }
    await renumberDraft(transaction, plan, agency, form.handovers);
    return accepted({ detail: { agency: agency.name, cause: form.kind }, value: undefined });
  });
}

/** The number of an agency that ends passes in a draft to the first of its successors that has none; others get new ones. */
async function renumberDraft(
  transaction: Transaction,
  { id: planId, leads }: PlanDuties,
  agency: RegisterRow,
  handovers: readonly Handover[],
): Promise<void> {
  const numbered = await transaction.planAgency.findMany({ where: { planId } });
  const own = numbered.find(({ agencyId }) => agencyId === agency.id);
  await transaction.planAgency.deleteMany({ where: { planId, agencyId: agency.id } });
  const heir = handovers
    .filter(({ taskId }) => leads.some(({ id }) => id === taskId))
    .find(({ successorId }) => numbered.every(({ agencyId }) => agencyId !== successorId));
  if (own && heir) await transaction.planAgency.create({ data: { ...own, agencyId: heir.successorId } });
  await keepPlanAgencies(transaction, planId);
}

/** Moves the tasks of an issued plan by amendments, and with them what was written for the periods that pass on. */
async function passOnByAmendment({ transaction, agency, form, context }: Ending, plan: PlanDuties) {
  const fromPeriod = form.periods.find(({ planCode }) => planCode === plan.code)?.fromPeriod;
  if (!fromPeriod) return refused({ code: 'amendment-period-over' });
  for (const handover of handoversOf(plan, form)) {
    const { taskId, successorId } = handover;
    const [task] = await listStoredTasks(plan.id, [taskId], transaction);
    if (!task) return refused({ code: 'not-found' });
    const { facts } = task;
    const leads = inPlaceOf(facts.leads, agency.id, successorId);
    const supports = inPlaceOf(facts.supports, agency.id, successorId).filter((id) => !leads.includes(id));
    const isLed = facts.leads.includes(agency.id);
    const amendment = isLed
      ? ({ kind: 'moved', taskId, leads } as const)
      : ({ kind: 'corrected', taskId, facts: { ...facts, supports } } as const);
    const terms = { fromPeriod, reason: form.reason };
    const result = await amendTaskWithin(transaction, plan.code, { amendment, terms }, context);
    if (!result.ok) return result;
    if (isLed) await passOnTexts(transaction, agency.id, handover);
  }
  return accepted(undefined);
}

async function passOnDuties(ending: Ending, plans: readonly PlanDuties[]): Promise<Result<void>> {
  for (const plan of plans) {
    const result = await (plan.status === 'draft' ? passOnInDraft(ending, plan) : passOnByAmendment(ending, plan));
    if (!result.ok) return result;
  }
  return accepted(undefined);
}

/** The places of an agency in the register go to its successors: its levels to the first, its groups to each. */
async function passOnPlaces({ transaction, agency, form }: Ending, register: readonly RegisterRow[]): Promise<void> {
  const [first] = form.successorIds;
  const below = register.filter(({ parentId }) => parentId === agency.id).map(({ id }) => id);
  // A successor that stood below it, at whatever level, would stand below itself.
  const isBelowFirst = (id: string) => first !== undefined && !isCircle(id, first, register);
  const move = (ids: string[], parentId: string | null) =>
    transaction.agency.updateMany({ where: { id: { in: ids } }, data: { parentId, version: { increment: 1 } } });
  await move(below.filter(isBelowFirst), first ?? null);
  await move(
    below.filter((id) => !isBelowFirst(id)),
    agency.parentId,
  );
  const groups = await transaction.agencyGroupMember.findMany({ where: { agencyId: agency.id } });
  await transaction.agencyGroupMember.deleteMany({ where: { agencyId: agency.id } });
  await transaction.agencyGroupMember.createMany({
    data: groups.flatMap(({ groupId }) => form.successorIds.map((agencyId) => ({ groupId, agencyId }))),
    skipDuplicates: true,
  });
}

async function recordEnding({ transaction, agency, form, context }: Ending, successors: readonly RegisterRow[]) {
  const { kind, changedOn: on, reason, handovers, accounts } = form;
  const changedOn = storedDateOf(on);
  const successorIds = successors.map(({ id }) => id);
  await transaction.agencyChange.create({
    data: { agencyId: agency.id, kind, changedOn, nameBefore: agency.name, successors: successorIds, reason },
  });
  const named = successors.map(({ code, name }) => ({ code, name }));
  const detail = { name: agency.name, successors: named, on, reason, tasks: handovers.length, accounts };
  const eventId = await recordEvent(transaction, {
    name: `agency-${kind}`,
    accountId: context.actor.accountId,
    address: context.address,
    detail: { agencyIds: [agency.id, ...successorIds], agencyCode: agency.code, ...detail },
  });
  await queueJob('tell-agency-change', { eventId: String(eventId) }, { transaction });
}

/**
 * Ends an agency: merged, split or abolished from a day on. Its open tasks pass to its successors, with what was written and not
 * handed in; what was filed stays its own, under its code, for ever. Refuses whoever is not a coordinator of the office of
 * each plan that is not closed, and what `refuseEnding` refuses.
 */
export function endAgency(form: EndingForm, context: AskContext): Promise<Result<{ code: string }>> {
  return writeRegister(async (transaction, register) => {
    const found = await agencyToChange(transaction, register, form, context);
    if (!found.ok) return found;
    const agency = found.value;
    const offices = await listOfficesOf(agency.id, true, transaction);
    if (!mayEndAgency(context.actor, offices)) return refused({ code: 'forbidden' });
    const plans = await listDuties(agency.id, transaction);
    const openTasks = plans.flatMap(({ leads }) => leads.map(({ id }) => id));
    const supported = plans.flatMap(({ supports }) => supports).length;
    const today = civilDateOf(context.now);
    const request = { ...form, on: form.changedOn };
    const refusal = refuseEnding(agency, request, { openTasks, supported, today }, register);
    if (refusal) return refused(refusal);
    // To move officers into an agency gives them its drafts.
    const [heir = ''] = form.successorIds;
    if (form.accounts === 'move' && !mayChangeAgency(context.actor, await listOfficesOf(heir, false, transaction)))
      return refused({ code: 'forbidden' });
    await transaction.$queryRaw`SELECT 1 FROM "Agency" WHERE id = ${agency.id}::uuid FOR NO KEY UPDATE`;

    const ending: Ending = { transaction, agency, form, context };
    const passed = await passOnDuties(ending, plans);
    if (!passed.ok) return passed;
    await passOnPlaces(ending, register);
    const successors = form.successorIds.flatMap((id) => register.find((each) => each.id === id) ?? []);
    await endAccounts(transaction, { agency, successor: successors[0], outcome: form.accounts }, context);
    await transaction.agency.update({
      where: { id: agency.id },
      data: { abolishedOn: storedDateOf(form.changedOn), version: agency.version + 1 },
      select: { id: true },
    });
    await recordEnding(ending, successors);
    return accepted({ code: agency.code });
  });
}
