import type { CivilDate } from '@/lib/domain/calendar/civil-date';

/** Until when a task is to be done: by a day, always (长期坚持), once in each period, or as no day can be read from it. */
export const timeLimitKinds = ['by_date', 'standing', 'each_period', 'none'] as const;
export type TimeLimitKind = (typeof timeLimitKinds)[number];

/** A number by which a task is measured. Its reporting is no part of the plan. */
export type IndicatorFacts = {
  name: string;
  unit: string;
  baseline: number | null;
  target: number | null;
  /** The targets of single periods, by their codes. */
  periodTargets: Record<string, number>;
  /** Its values add up from the beginning of the plan; otherwise each period has its own. */
  cumulative: boolean;
  better: 'up' | 'down';
};

/** A step of a task (节点), due on a day where the notice names one. */
export type MilestoneFacts = { name: string; dueOn: CivilDate | null };

/** Everything that a plan says of a task. Agencies are ids of the register; a lead's place among the leads is its position. */
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
  /** Absent where there are none. */
  indicators?: IndicatorFacts[];
  milestones?: MilestoneFacts[];
};

/** Gives the facts of a task of which a notice says no more than its text and its leads. */
export function plainTask(text: string, leads: string[]): TaskFacts {
  return {
    number: '',
    headings: [],
    shortTitle: '',
    text,
    measures: [],
    target: '',
    dueText: '',
    dueOn: null,
    dueKind: 'none',
    leads,
    supports: [],
    groups: [],
  };
}

/** Characters of a short title: the column holds no more. */
export const shortTitleLimit = 60;

/** Gives the short title (任务简称) of a task: the one that people wrote, or the first clause of its text. */
export function shortTitleOf({ shortTitle, text }: Pick<TaskFacts, 'shortTitle' | 'text'>): string {
  if (shortTitle !== '') return shortTitle;
  const [clause = ''] = text.trim().split(/[，。；：,;\n]/u);
  const characters = [...clause];
  return characters.length > shortTitleLimit ? `${characters.slice(0, shortTitleLimit - 1).join('')}…` : clause;
}

/** Gives the code of a task, which addresses use: that of its plan and its position. */
export function taskCodeOf(planCode: string, position: number): string {
  return `${planCode}-${String(position).padStart(2, '0')}`;
}
