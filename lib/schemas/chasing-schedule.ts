import { z } from 'zod';
import { chasingRecipients, type ScheduleStep, stepDays, stepTimes } from '@/lib/domain/chasing/chasing';

/** A chasing schedule as stored with a plan. */
export const chasingScheduleSchema = z
  .array(
    z.object({
      when: z.enum(stepTimes),
      days: z.number().int().min(stepDays.least).max(stepDays.most),
      to: z.array(z.enum(chasingRecipients)).min(1),
    }),
  )
  .min(1)
  .max(20);

/** Number of steps that the form has room for. */
const mostSteps = 8;

const wrongDays = 'not-a-step-day';

/** One step of the form; a step without a time is left out. */
const stepSchema = z.object({
  when: z.enum(stepTimes, { error: 'not-valid' }).optional(),
  days: z
    .number({ error: wrongDays })
    .int(wrongDays)
    .min(stepDays.least, wrongDays)
    .max(stepDays.most, wrongDays)
    .optional(),
  to: z.array(z.enum(chasingRecipients, { error: 'not-valid' })).default([]),
});

type TypedStep = z.output<typeof stepSchema>;

const nameOf = ({ when, days }: TypedStep) => `${when}-${days}`;

/** The invalid field of a step with its message; null if there is none. */
function problemOf(step: TypedStep, earlier: readonly TypedStep[]): { field: 'days' | 'to'; message: string } | null {
  if (step.days === undefined) return { field: 'days', message: 'required' };
  if (step.to.length === 0) return { field: 'to', message: 'required' };
  return earlier.some((other) => nameOf(other) === nameOf(step)) ? { field: 'days', message: 'step-twice' } : null;
}

/** The chasing schedule of a plan as the coordinator sets it: at least one step, and none twice. */
export const setChasingScheduleSchema = z
  .object({
    plan: z.string({ error: 'not-valid' }).min(1).max(32),
    steps: z.array(stepSchema).max(mostSteps, 'not-valid').default([]),
  })
  .transform(({ plan, steps }, context) => {
    const schedule: ScheduleStep[] = [];
    for (const [index, step] of steps.entries()) {
      if (step.when === undefined) continue;
      const problem = problemOf(step, steps.slice(0, index));
      if (problem) {
        context.addIssue({ code: 'custom', message: problem.message, path: ['steps', index, problem.field] });
      } else if (step.days !== undefined) {
        schedule.push({ when: step.when, days: step.days, to: step.to });
      }
    }
    if (schedule.length === 0 && context.issues.length === 0) {
      context.addIssue({ code: 'custom', message: 'required', path: ['steps', 0, 'days'] });
    }
    return { plan, schedule };
  });
