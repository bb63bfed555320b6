import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { periodAt, periodsBetween, rhythms } from '@/lib/domain/calendar/period';
import { afterClosings } from '@/lib/domain/deadline/closing';
import {
  isPlanCode,
  leadsReportings,
  mostPeriods,
  noticeTextLimit,
  type PlanSettings,
  planLineLimits,
} from '@/lib/domain/plan/plan-settings';
import { requiredTextUpTo, textUpTo } from './entry';
import { civilDateSchema } from './review';
import { planReasonLimit } from './text-bounds';

const line = (limit: number) => textUpTo(limit).transform((text) => text.trim());
/** A day of a form, or null where none is given. */
export const optionalDay = z
  .string()
  .default('')
  .refine((text) => text === '' || parseCivilDate(text) !== null, 'not-a-date')
  .transform((text) => (text === '' ? null : (text as CivilDate)));

const contactFields = {
  contactOffice: requiredTextUpTo(planLineLimits.contactOffice),
  contactPerson: line(planLineLimits.contactPerson),
  contactPhone: line(planLineLimits.contactPhone),
};

const settingsFields = z.object({
  code: z.string({ error: 'required' }).trim().min(1, 'required').refine(isPlanCode, 'not-a-plan-code'),
  title: requiredTextUpTo(planLineLimits.title),
  officeId: z.uuid({ error: 'required' }),
  issuer: requiredTextUpTo(planLineLimits.issuer),
  documentNumber: line(planLineLimits.documentNumber),
  noticeText: textUpTo(noticeTextLimit).transform((text) => text.trim()),
  issuedOn: civilDateSchema,
  ...contactFields,
  firstOn: civilDateSchema,
  lastOn: civilDateSchema,
  rhythm: z.enum(rhythms, { error: 'required' }),
  /** A day of the first period that counts, so that one field serves every rhythm. */
  firstPeriodOn: optionalDay,
  leadsReporting: z.enum(leadsReportings, { error: 'required' }),
  afterClosing: z.enum(afterClosings, { error: 'required' }),
});

type Typed = z.output<typeof settingsFields>;

/** The field whose date does not go with the others, with the reason. */
function faultOfDates({ firstOn, lastOn, rhythm, firstPeriodOn }: Typed): [keyof Typed, string] | null {
  if (lastOn < firstOn) return ['lastOn', 'ends-before-it-begins'];
  if (periodsBetween(rhythm, firstOn, lastOn).length > mostPeriods) return ['lastOn', 'too-many-periods'];
  const isOutside = firstPeriodOn !== null && (firstPeriodOn < firstOn || firstPeriodOn > lastOn);
  return isOutside ? ['firstPeriodOn', 'outside-the-plan'] : null;
}

function settingsOf({ firstPeriodOn, ...typed }: Typed): PlanSettings {
  return { ...typed, firstPeriod: firstPeriodOn && periodAt(typed.rhythm, firstPeriodOn) };
}

const checked = (typed: Typed, context: z.RefinementCtx<Typed>) => {
  const fault = faultOfDates(typed);
  if (fault) context.addIssue({ code: 'custom', path: [fault[0]], message: fault[1] });
};

/** The settings of a new plan; `from` names the plan of which it is a copy. */
export const newPlanSchema = settingsFields
  .superRefine(checked)
  .transform(settingsOf)
  .and(z.object({ from: z.string().max(32).default('') }));

/** A plan, and its version that the form showed. */
export const planVersion = { plan: z.string().max(32), version: z.coerce.number().int().min(0) };

/** A plan at the version that the actor has seen. */
export type SeenPlan = z.output<z.ZodObject<typeof planVersion>>;

/** The settings of a draft. */
export const changePlanSchema = settingsFields.superRefine(checked).transform(settingsOf).and(z.object(planVersion));

/** The contact of an issued plan. */
export const planContactSchema = z.object({ ...planVersion, ...contactFields });

/** Whether the reports of an issued plan can be filed after the closing instant. */
export const planLateFilingSchema = z.object({
  ...planVersion,
  afterClosing: z.enum(afterClosings, { error: 'required' }),
});

/** A command that needs nothing but the plan; `confirmed` on the second press of one that asks. */
export const planCommandSchema = z.object({
  ...planVersion,
  confirmed: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((confirmed) => confirmed === 'yes'),
});

/** A command on a plan with its reason. */
export const planReasonSchema = z.object({ ...planVersion, reason: requiredTextUpTo(planReasonLimit) });

/** The plan that a new one follows, as its address names it. */
export const newPlanPageSchema = z.object({ from: z.string().max(32).optional().catch(undefined) });

/** An act on a plan, as the address of its page names the one that was done. */
export const planPageSchema = z.object({
  done: z.enum(['changed', 'issued', 'closed', 'reopened']).optional().catch(undefined),
});

/** The same of the list of plans. */
export const plansPageSchema = z.object({ done: z.literal('discarded').optional().catch(undefined) });

/** The page of a plan's record. */
export const planHistorySchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
