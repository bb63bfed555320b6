import 'server-only';
import { type CivilDate, civilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import { plainTask } from '@/lib/domain/plan/task';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { holdRegister } from '@/lib/server/database/agency-sql';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { isPlanCodeTaken } from '@/lib/server/database/plan-write-path';
import { storePeriods } from './periods/mutations';
import { storeReports, storeTasks } from './tasks/mutations';

/** A plan as read from its notice. */
export type NewPlan = {
  code: string;
  year: number;
  title: string;
  issuer: string;
  issuedOn: CivilDate;
  contactOffice: string;
  contactPhone: string;
  noticeText: string;
  deadlineRule: DeadlineRule;
  agencies: { name: string; tasks: string[] }[];
};

async function storeAgencies(transaction: Transaction, names: string[]): Promise<Map<string, string>> {
  await holdRegister(transaction);
  const known = await transaction.agency.findMany({ select: { id: true, name: true, position: true } });
  const ids = new Map(known.map((agency) => [agency.name, agency.id]));
  let position = Math.max(0, ...known.map((agency) => agency.position));
  for (const name of names.filter((candidate) => !ids.has(candidate))) {
    position += 1;
    const code = String(position).padStart(2, '0');
    const { id } = await transaction.agency.create({ data: { code, name, position }, select: { id: true } });
    ids.set(name, id);
  }
  return ids;
}

/** A plan that is stored as a draft for a coordinator: its office, null for the one that it names for questions. */
export type DraftFor = { officeId: string | null; accountId: string; address: string };

/** The office that a plan names for questions, which is made where there is none. */
async function officeNamedBy(transaction: Transaction, plan: Pick<NewPlan, 'contactOffice'>): Promise<string> {
  const office = await transaction.office.upsert({
    where: { name: plan.contactOffice },
    create: { name: plan.contactOffice, code: `office-${(await transaction.office.count()) + 1}` },
    update: {},
    select: { id: true },
  });
  return office.id;
}

async function storePlan(
  transaction: Transaction,
  { year, agencies: _, ...plan }: NewPlan,
  draft: DraftFor | null,
): Promise<string> {
  const { id } = await transaction.plan.create({
    data: {
      ...plan,
      issuedOn: storedDateOf(plan.issuedOn),
      status: draft ? 'draft' : 'issued',
      officeId: draft?.officeId ?? (await officeNamedBy(transaction, plan)),
      firstOn: storedDateOf(civilDate(`${year}-01-01`)),
      lastOn: storedDateOf(civilDate(`${year}-12-31`)),
    },
    select: { id: true },
  });
  return id;
}

/** The periods of an issued plan, and a report for each of them and each agency. */
async function storeDuties(
  transaction: Transaction,
  plan: NewPlan & { id: string },
  calendar: WorkingDayCalendar,
): Promise<void> {
  const [firstOn, lastOn] = [civilDate(`${plan.year}-01-01`), civilDate(`${plan.year}-12-31`)];
  const days = { firstOn, lastOn, rhythm: 'quarterly', firstPeriod: null } as const;
  await storePeriods(transaction, { ...plan, ...days }, calendar);
  await storeReports(transaction, plan.id);
}

// A large plan creates thousands of reports, on a machine that may be running a build at the same time.
const setUpTime = { timeout: 60_000 };

/**
 * Sets up a plan: its agencies, its tasks, a reporting period for each quarter of its year with the deadline by the
 * present calendar, and a report for each agency and period; a draft gets the last two when it is issued. A plan that exists
 * already is not changed.
 */
export async function setUpPlan(
  plan: NewPlan,
  calendar: WorkingDayCalendar,
  draft: DraftFor | null = null,
): Promise<{ isNew: boolean }> {
  return db.$transaction(async (transaction) => {
    if (await isPlanCodeTaken(transaction, plan.code)) return { isNew: false };

    const { agencies } = plan;
    const planId = await storePlan(transaction, plan, draft);
    const agencyIds = await storeAgencies(
      transaction,
      agencies.map((agency) => agency.name),
    );
    const tasks = agencies.flatMap(({ name, tasks: texts }) =>
      texts.map((text) => plainTask(text, [agencyIds.get(name) as string])),
    );
    await storeTasks(transaction, planId, tasks);
    if (!draft) await storeDuties(transaction, { ...plan, id: planId }, calendar);
    const by = draft && { accountId: draft.accountId, address: draft.address };
    await recordEvent(transaction, { name: 'plan-set-up', ...by, detail: { code: plan.code, title: plan.title } });
    return { isNew: true };
  }, setUpTime);
}

/**
 * Sets the agencies that support a task (配合单位), by their codes, when a plan is set up, because its notice names none.
 * Refuses an unknown task or agency, and the task's own lead agency.
 */
export async function setSupportingAgencies(taskCode: string, agencyCodes: readonly string[]): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    const task = await transaction.task.findUnique({
      where: { code: taskCode },
      select: {
        id: true,
        leads: { select: { agencyId: true } },
        supportingAgencies: { select: { agencyId: true } },
      },
    });
    if (!task) return refused({ code: 'not-found' });
    const agencies = await transaction.agency.findMany({
      where: { code: { in: [...agencyCodes] }, id: { notIn: task.leads.map(({ agencyId }) => agencyId) } },
      select: { id: true, code: true },
    });
    const unknown = agencyCodes.find((code) => agencies.every((agency) => agency.code !== code));
    if (unknown !== undefined) return refused({ code: 'agency-unknown', agencyCode: unknown });

    const before = task.supportingAgencies.map(({ agencyId }) => agencyId);
    const after = agencies.map(({ id }) => id);
    if (before.length === after.length && after.every((id) => before.includes(id))) return accepted(undefined);
    await transaction.supportingAgency.deleteMany({ where: { taskId: task.id } });
    await transaction.supportingAgency.createMany({ data: after.map((agencyId) => ({ taskId: task.id, agencyId })) });
    const detail = { taskCode, agencyCodes: agencies.map(({ code }) => code) };
    await recordEvent(transaction, { name: 'supporting-agencies-set', detail });
    return accepted(undefined);
  });
}

/** Sets whether an agency's reports need its own approver before they are filed (待本单位审核). */
export async function setSignOff(agencyCode: string, signOffRequired: boolean): Promise<void> {
  await db.$transaction(async (transaction) => {
    const changed = { code: agencyCode, signOffRequired: !signOffRequired };
    const { count } = await transaction.agency.updateMany({ where: changed, data: { signOffRequired } });
    if (count === 1) await recordEvent(transaction, { name: 'sign-off-set', detail: { agencyCode, signOffRequired } });
  });
}
