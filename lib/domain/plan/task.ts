import type { CivilDate } from '@/lib/domain/calendar/civil-date';

/** Until when a task is to be done: by a day, always (长期坚持), once in each period, or as no day can be read from it. */
export const timeLimitKinds = ['by_date', 'standing', 'each_period', 'none'] as const;
export type TimeLimitKind = (typeof timeLimitKinds)[number];

/** What a plan says of a task. Agencies are ids of the register; a lead's place among the leads is its position. */
export type TaskFacts = {
  /** As printed in the notice. */
  number: string;
  headings: string[];
  /** 任务简称; empty for the first clause of the text. */
  shortTitle: string;
  text: string;
  measures: string[];
  target: string;
  dueText: string;
  dueOn: CivilDate | null;
  dueKind: TimeLimitKind;
  leads: string[];
  supports: string[];
  /** Groups as the notice names them, whose members stand among `leads` and `supports`. */
  groups: { part: 'lead' | 'support'; name: string }[];
};
