import { z } from 'zod';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { shortTitleLimit, timeLimitKinds } from '@/lib/domain/plan/task';
import { requiredTextUpTo, textUpTo } from './entry';
import { optionalDay, planVersion } from './plan';
import { amendmentReasonLimit, taskTextLimit } from './text-bounds';

const line = (limit: number) => textUpTo(limit).transform((text) => text.trim());

const parts = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Texts, one on each line. */
const lines = textUpTo(20_000).transform((text) => parts(text, /\n/));

/** Names of agencies or groups, on lines of their own or one behind the other. */
const names = textUpTo(20_000).transform((text) => parts(text, /[\n、，,；;]/));

const number = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text === '' || /^-?\d{1,15}(\.\d{1,4})?$/.test(text), 'not-a-decimal')
  .transform((text) => (text === '' ? null : Number(text)));

const indicator = z
  .object({
    name: line(100),
    unit: line(20),
    baseline: number,
    target: number,
    periodTargets: z.record(z.string().max(7), number).default({}),
    cumulative: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked === 'on'),
    better: z.enum(['up', 'down']).default('up'),
  })
  .transform(({ periodTargets, ...facts }) => ({
    ...facts,
    periodTargets: Object.fromEntries(
      Object.entries(periodTargets).filter((entry): entry is [string, number] => entry[1] !== null),
    ),
  }));

const milestone = z.object({ name: line(200), dueOn: optionalDay });

/** Rows of which those without a name are blank. */
const named = <Row extends { name: string }>(rows: readonly Row[]) => rows.filter(({ name }) => name !== '');

const taskFields = {
  number: line(32),
  headings: lines,
  shortTitle: line(shortTitleLimit),
  text: requiredTextUpTo(taskTextLimit),
  measures: lines,
  target: line(2000),
  dueText: line(200),
  dueOn: optionalDay,
  dueKind: z.enum(timeLimitKinds).default('none'),
  leads: names.refine((all) => all.length > 0, 'required'),
  supports: names,
  indicators: z.array(indicator).max(50).default([]).transform(named),
  milestones: z.array(milestone).max(50).default([]).transform(named),
};

/** A task as it is typed: agencies and groups by their names. */
export type TypedTask = z.output<z.ZodObject<typeof taskFields>>;

const terms = {
  fromPeriod: z.string().transform((text) => parsePeriodCode(text)),
  reason: requiredTextUpTo(amendmentReasonLimit),
};

const taskCode = z.string().max(32);

/** A task of a draft, a new one where no code is given. */
export const draftTaskSchema = z.object({ ...planVersion, task: taskCode.default(''), ...taskFields });

/** A task of an issued plan, as it is from a period on. */
export const amendedTaskSchema = z.object({ ...draftTaskSchema.shape, ...terms });

export const taskOfDraftSchema = z.object({ ...planVersion, task: taskCode });

/** Another place for a task of a draft. */
export const placedTaskSchema = z.object({
  ...taskOfDraftSchema.shape,
  place: z.coerce.number('not-a-place').int('not-a-place').min(1, 'not-a-place'),
});

export const endedTaskSchema = z.object({ ...taskOfDraftSchema.shape, ...terms });

/** The parts into which a task is split; those without a text are blank. */
export const splitTaskSchema = z.object({
  ...endedTaskSchema.shape,
  parts: z
    .array(z.object({ text: line(taskTextLimit), leads: names }))
    .max(20)
    .transform((all) => all.filter(({ text }) => text !== '')),
});

/** The numbers of the tasks that become one with a task. */
export const mergedTasksSchema = z.object({
  ...endedTaskSchema.shape,
  others: names
    .refine((all) => all.length > 0, 'required')
    .refine((all) => all.every((other) => /^\d{1,6}$/.test(other)), 'not-task-numbers')
    .transform((all) => all.map(Number)),
  text: requiredTextUpTo(taskTextLimit),
  leads: names.refine((all) => all.length > 0, 'required'),
});
