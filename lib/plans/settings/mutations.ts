import 'server-only';
import { holdsFor } from '@/lib/domain/authorization';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { AfterClosing } from '@/lib/domain/deadline/closing';
import { noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { mayReadPlan } from '@/lib/domain/plan/plan-lifecycle';
import { type PlanSettings, yearsOf } from '@/lib/domain/plan/plan-settings';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { countCharacters } from '@/lib/domain/report/completeness';
import type { SeenPlan } from '@/lib/schemas/plan';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { recordPlanAct } from '@/lib/server/database/plan-act';
import { isPlanCodeTaken, planTransaction, type StoredPlan, writePlan } from '@/lib/server/database/plan-write-path';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { taskCode } from '@/lib/server/database/task-sql';
import type { AskContext } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';
import { copyTasks } from './copy/mutations';

/** The columns of settings; dates as the client stores them. */
const columnsOf = (settings: PlanSettings) => ({
  ...settings,
  issuedOn: storedDateOf(settings.issuedOn),
  firstOn: storedDateOf(settings.firstOn),
  lastOn: storedDateOf(settings.lastOn),
});

const isOffice = async (transaction: Transaction, id: string) =>
  (await transaction.office.count({ where: { id } })) === 1;

/** The form, the schedule and the rule that a copy takes over. */
const inherited = (source: { deadlineRule: unknown; chasingSchedule: unknown; form: unknown } | null) => ({
  deadlineRule: (source?.deadlineRule ?? noticeDeadlineRule) as Prisma.InputJsonValue,
  chasingSchedule: (source?.chasingSchedule ?? Prisma.DbNull) as Prisma.InputJsonValue,
  form: (source?.form ?? Prisma.DbNull) as Prisma.InputJsonValue,
});

/**
 * Creates the draft of a plan, from scratch or as a copy of another that the actor reads: its tasks that are not ended,
 * a plan's years later, its agencies with their numbers, its form, rule and chasing schedule. Refuses whoever is no
 * coordinator of the office, and a code that another plan has. Gives its code.
 */
export async function createPlan(
  { from, ...settings }: PlanSettings & { from: string },
  { actor, address }: AskContext,
): Promise<Result<string>> {
  if (!holdsFor(actor, ['coordinator'], settings.officeId)) return refused({ code: 'forbidden' });
  return db.$transaction(async (transaction): Promise<Result<string>> => {
    if (!(await isOffice(transaction, settings.officeId))) return refused({ code: 'not-found' });
    if (await isPlanCodeTaken(transaction, settings.code)) return refused({ code: 'plan-code-taken' });
    const source = from === '' ? null : await transaction.plan.findUnique({ where: { code: from } });
    if (from !== '' && !(source && mayReadPlan(actor, source))) return refused({ code: 'not-found' });
    const { id } = await transaction.plan.create({
      data: { ...columnsOf(settings), ...inherited(source), status: 'draft' },
      select: { id: true },
    });
    if (source) await copyTasks(transaction, source.id, id, yearsOf(settings).firstYear);
    const detail = { planId: id, planCode: settings.code, title: settings.title, copiedFrom: source?.code ?? null };
    await recordEvent(transaction, { name: 'plan-drafted', accountId: actor.accountId, address, detail });
    return accepted(settings.code);
  }, planTransaction);
}

/** The settings that are not as they were, each before and after; of the notice's text its length alone, because it is long. */
function changesOf(before: StoredPlan, after: PlanSettings) {
  const keys = Object.keys(after) as (keyof PlanSettings)[];
  const changed = keys.filter((key) => before[key] !== after[key]);
  const recorded = (from: PlanSettings, key: keyof PlanSettings) =>
    key === 'noticeText' ? countCharacters(from[key]) : (from[key] ?? null);
  const pick = (from: PlanSettings) => Object.fromEntries(changed.map((key) => [key, recorded(from, key)]));
  return { before: pick(before), after: pick(after), isChanged: changed.length > 0 };
}

/** The tasks of a plan bear its code. */
async function renameTasks(transaction: Transaction, planId: string, code: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Task" SET code = ${taskCode(code, Prisma.sql`position`)} WHERE "planId" = ${planId}::uuid`;
}

/**
 * Changes the settings of a draft. Refuses a code that another plan has, and an office for which the actor is no
 * coordinator. Gives its code.
 */
export async function changePlan(
  { plan: planCode, version, ...settings }: PlanSettings & SeenPlan,
  context: AskContext,
): Promise<Result<string>> {
  return writePlan(planCode, 'change', { ...context, version }, async (transaction, plan) => {
    if (!holdsFor(context.actor, ['coordinator'], settings.officeId)) return refused({ code: 'forbidden' });
    if (!(await isOffice(transaction, settings.officeId))) return refused({ code: 'not-found' });
    if (await isPlanCodeTaken(transaction, settings.code, plan.id)) return refused({ code: 'plan-code-taken' });
    const { isChanged, ...detail } = changesOf(plan, settings);
    await transaction.plan.update({ where: { id: plan.id }, data: columnsOf(settings) });
    if (settings.code !== planCode) await renameTasks(transaction, plan.id, settings.code);
    return accepted({ detail: { ...detail, planCode: settings.code }, value: settings.code });
  });
}

type Contact = Pick<PlanSettings, 'contactOffice' | 'contactPerson' | 'contactPhone'>;

/** Sets the contact of an issued plan, which its public pages name. */
export async function setPlanContact(
  { plan: planCode, version, ...contact }: Contact & SeenPlan,
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'set-contact', { ...context, version }, async (transaction, plan) => {
    const { contactOffice, contactPerson, contactPhone } = plan;
    await transaction.plan.update({ where: { id: plan.id }, data: contact });
    const detail = { before: { contactOffice, contactPerson, contactPhone }, after: contact };
    return accepted({ detail, value: undefined });
  });
}

/** Sets whether the reports of an issued plan can be filed after the closing instant (补报). */
export async function setPlanLateFiling(
  { plan: planCode, version, afterClosing }: SeenPlan & { afterClosing: AfterClosing },
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'set-late-filing', { ...context, version }, async (transaction, plan) => {
    await transaction.plan.update({ where: { id: plan.id }, data: { afterClosing } });
    const name = afterClosing === 'closed' ? 'late-filing-closed' : 'late-filing-opened';
    const begun = Prisma.sql`p."planId" = ${plan.id}::uuid AND p."opensAt" <= ${context.now}`;
    const where = Prisma.sql`${begun} AND ${isOpenPeriod()} AND ${isWithAgency()} AND NOT r."lateFilingOpen"`;
    // An agency that is in the state already, by the plan or by an opening of the report alone, has nothing to be told.
    if (plan.afterClosing !== afterClosing)
      await recordPlanAct(transaction, { name, detail: {} }, { where, oncePerAgency: false }, context);
    const detail = { before: { afterClosing: plan.afterClosing }, after: { afterClosing } };
    return accepted({ detail, value: undefined });
  });
}
