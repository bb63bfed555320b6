import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { civilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { periodsBetween } from '@/lib/domain/calendar/period';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { movesUnderRule } from '@/lib/domain/plan/plan-rule';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { listPeriods } from '@/lib/plans/periods/data';
import type { SearchParams } from '@/lib/schemas/list-address';
import { fieldsOfRule, ruleFieldsSchema, rulePageSchema } from '@/lib/schemas/plan-rule';
import { portalNow } from '@/lib/server/clock';

/** The texts of an address by their names; of one that it has twice, the first. */
const textsOf = (searchParams: SearchParams): Record<string, string> =>
  Object.fromEntries(
    Object.entries(searchParams).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value[0] : value;
      return text === undefined ? [] : [[name, text]];
    }),
  );

/**
 * Loads the deadline rule of a plan, or the one that the address proposes, with the last days that follow for this and next
 * year by the present calendar, and the periods of an issued plan that it would move. A proposal that is no rule comes back
 * with the errors of its fields.
 */
export async function loadPlanRule(code: string, searchParams: SearchParams) {
  const desk = await loadPlanOfDesk(code);
  const { plan, commands } = desk;
  const [calendar, now] = await Promise.all([getCalendar(), portalNow()]);
  const texts = textsOf(searchParams);
  const isProposed = texts.kind !== undefined;
  const parsed = isProposed ? ruleFieldsSchema.safeParse(texts) : null;
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed?.error?.issues ?? []) errors[String(path[0] ?? '')] ??= message;
  const rule = parsed ? (parsed.success ? parsed.data : null) : plan.deadlineRule;
  const year = Number(civilDateOf(now).slice(0, 4));
  const codes = periodsBetween(plan.rhythm, civilDate(`${year}-01-01`), civilDate(`${year + 1}-12-31`));
  const periods = plan.status === 'issued' && isProposed ? await listPeriods(plan.id) : [];
  return {
    ...desk,
    fields: isProposed ? texts : fieldsOfRule(plan.deadlineRule),
    errors,
    rule,
    /** The rule as the fields of a form that sets it. */
    ruleFields: rule ? fieldsOfRule(rule) : {},
    isChange: rule !== null && JSON.stringify(fieldsOfRule(rule)) !== JSON.stringify(fieldsOfRule(plan.deadlineRule)),
    deadlines: rule ? codes.map((period) => deadlineOf(period, rule, calendar)) : [],
    moves: rule ? movesUnderRule(periods, rule, { calendar, now }) : [],
    /** The number of deadlines that the change moved, where the address says that it was made. */
    done: rulePageSchema.parse(searchParams).done,
    mayChangeRule: commands.includes('change') || commands.includes('change-rule'),
  };
}

export type PlanRule = Awaited<ReturnType<typeof loadPlanRule>>;
