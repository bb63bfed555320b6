import { z } from 'zod';
import { type ChasingRung, chasingRecipients, rungTimes } from '@/lib/domain/chasing/chasing';

/** A chasing schedule as stored with a plan. */
export const chasingLadderSchema = z
  .array(
    z.object({
      when: z.enum(rungTimes),
      days: z.number().int().min(1).max(30),
      to: z.array(z.enum(chasingRecipients)).min(1),
    }),
  )
  .min(1)
  .max(20);

/** Number of steps that the form has room for. */
export const mostRungs = 8;

const wrongDays = 'not-a-rung-day';

/** One step of the form; a step without a time is left out. */
const rungSchema = z.object({
  when: z.enum(rungTimes, { error: 'not-valid' }).optional(),
  days: z.number({ error: wrongDays }).int(wrongDays).min(1, wrongDays).max(30, wrongDays).optional(),
  to: z.array(z.enum(chasingRecipients, { error: 'not-valid' })).default([]),
});

type TypedRung = z.output<typeof rungSchema>;

const nameOf = ({ when, days }: TypedRung) => `${when}-${days}`;

/** The invalid field of a step with its message; null if there is none. */
function problemOf(rung: TypedRung, earlier: readonly TypedRung[]): { field: 'days' | 'to'; message: string } | null {
  if (rung.days === undefined) return { field: 'days', message: 'required' };
  if (rung.to.length === 0) return { field: 'to', message: 'required' };
  return earlier.some((other) => nameOf(other) === nameOf(rung)) ? { field: 'days', message: 'rung-twice' } : null;
}

/** The chasing schedule of a plan as the coordinator sets it: at least one step, and none twice. */
export const setLadderSchema = z
  .object({
    plan: z.string({ error: 'not-valid' }).min(1).max(32),
    rungs: z.array(rungSchema).max(mostRungs, 'not-valid').default([]),
  })
  .transform(({ plan, rungs }, context) => {
    const ladder: ChasingRung[] = [];
    for (const [index, rung] of rungs.entries()) {
      if (rung.when === undefined) continue;
      const problem = problemOf(rung, rungs.slice(0, index));
      if (problem) {
        context.addIssue({ code: 'custom', message: problem.message, path: ['rungs', index, problem.field] });
      } else if (rung.days !== undefined) {
        ladder.push({ when: rung.when, days: rung.days, to: rung.to });
      }
    }
    if (ladder.length === 0 && context.issues.length === 0) {
      context.addIssue({ code: 'custom', message: 'required', path: ['rungs', 0, 'days'] });
    }
    return { plan, ladder };
  });
