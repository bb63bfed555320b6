import { z } from 'zod';
import { type DeadlineRule, dayOffMoves, deadlineMonths } from '@/lib/domain/deadline/deadline';
import { textUpTo } from './entry';
import { planVersion } from './plan';
import { planReasonLimit } from './text-bounds';

const whole = (most: number) =>
  z.coerce.number({ error: 'not-a-number' }).int('not-a-number').min(1, 'not-a-number').max(most, 'not-a-number');

const hour = z
  .string({ error: 'required' })
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not-an-hour');

const ends = {
  /** As a checkbox sends it, and as an address does that names every field. */
  inclusive: z
    .enum(['on', 'off'])
    .default('off')
    .catch('off')
    .transform((ticked) => ticked === 'on'),
  cutoff: hour,
};

/** The fields of a rule as a form and an address name them. */
export const ruleFieldsSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('nth'), nth: whole(30), ...ends }),
    z.object({
      kind: z.literal('day'),
      day: whole(31),
      month: z.enum(deadlineMonths, { error: 'required' }),
      onDayOff: z.enum(dayOffMoves, { error: 'required' }),
      ...ends,
    }),
    z.object({ kind: z.literal('before-end'), count: whole(20), ...ends }),
  ])
  .transform((fields): DeadlineRule => {
    const { inclusive, cutoff } = fields;
    if (fields.kind === 'nth') return { nthWorkingDay: fields.nth, inclusive, cutoff };
    if (fields.kind === 'before-end') return { workingDaysBeforeEnd: fields.count, inclusive, cutoff };
    return { dayOfMonth: fields.day, month: fields.month, onDayOff: fields.onDayOff, inclusive, cutoff };
  });

/** A rule that is set for a plan; an issued plan needs the reason. */
export const planRuleSchema = z.intersection(
  ruleFieldsSchema,
  z.object({ ...planVersion, reason: textUpTo(planReasonLimit).transform((text) => text.trim()) }),
);

/** Gives a rule as the fields of a form, each as a text. */
export function fieldsOfRule(rule: DeadlineRule): Record<string, string> {
  const ends = { inclusive: rule.inclusive ? 'on' : 'off', cutoff: rule.cutoff };
  if ('nthWorkingDay' in rule) return { kind: 'nth', nth: String(rule.nthWorkingDay), ...ends };
  if ('workingDaysBeforeEnd' in rule) return { kind: 'before-end', count: String(rule.workingDaysBeforeEnd), ...ends };
  return { kind: 'day', day: String(rule.dayOfMonth), month: rule.month, onDayOff: rule.onDayOff, ...ends };
}

/** The number of periods that the change moved which was just made, as the address has it. */
export const rulePageSchema = z.object({ done: z.coerce.number().int().min(0).optional().catch(undefined) });
