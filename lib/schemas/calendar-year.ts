import { z } from 'zod';
import { correctedKinds } from '@/lib/domain/calendar/calendar-keeping';
import { parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { requiredTextUpTo } from './entry';
import { civilDateSchema } from './review';
import { arrangementTextLimit, calendarReasonLimit, dayNameLimit } from './text-bounds';

const version = z.coerce.number({ error: 'not-valid' }).int().min(0);

/** The number of a year in an address or a form. */
export const yearSchema = z.coerce.number({ error: 'not-valid' }).int().min(2000).max(2099);

export const confirmYearSchema = z.object({
  year: yearSchema,
  version,
  // Only what is stored is bounded here: the reader says of an empty text that it is one.
  text: z.string().max(arrangementTextLimit, 'too-long').default(''),
  /** The name of the preview that was seen; empty for a first reading. */
  seen: z.string().max(60).default(''),
});

export const correctDaySchema = z
  .object({
    date: civilDateSchema,
    version,
    kind: z.enum(correctedKinds, { error: 'required' }),
    name: z.string().trim().max(dayNameLimit, 'too-long').default(''),
    reason: requiredTextUpTo(calendarReasonLimit),
  })
  .refine(({ kind, name }) => kind === 'ordinary' || name !== '', { path: ['name'], error: 'required' });

export const addYearSchema = z.object({ year: yearSchema });

/** A chosen period with the day that was seen: PERIOD/2027-01-06. */
const chosenMove = z
  .string()
  .regex(/^[\da-f-]{36}\/\d{4}-\d{2}-\d{2}$/)
  .transform((text) => ({ periodId: text.slice(0, 36), dueOn: parseCivilDate(text.slice(37)) }))
  .transform(({ periodId, dueOn }, context) => {
    if (dueOn && z.uuid().safeParse(periodId).success) return { periodId, dueOn };
    context.addIssue('not-valid');
    return z.NEVER;
  });

export const moveByCalendarSchema = z.object({
  moves: z.array(chosenMove, { error: 'required' }).min(1, 'required').max(2_000, 'not-valid'),
  reason: requiredTextUpTo(calendarReasonLimit),
});
