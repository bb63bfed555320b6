import type { PeriodCode } from '@/lib/domain/calendar/period';
import {
  type EntryContent,
  type EntryForm,
  fieldsOfKind,
  formOf,
  isTicked,
  type Section,
  sectionsOf,
  textOf,
} from '@/lib/domain/report/entry';
import { findPersonalNumbers, maskPersonalNumber, type PersonalNumberKind } from '@/lib/domain/report/personal-numbers';
import type { ReportSnapshot, SnapshotEntry } from '@/lib/domain/report/report-snapshot';

/** A published task: the chosen parts, and the ticks that are read under them. */
export type PublishedEntry = EntryContent & { taskCode: string; taskText: string; sections: Section[] };

/** The published content: a copy that holds the chosen parts and nothing else. */
export type PublishedContent = {
  plan: { code: string; title: string };
  agency: { code: string; name: string };
  quarter: PeriodCode;
  /** The parts that are published of at least one task. */
  sections: Section[];
  /** Absent under the form of the notice. */
  form?: EntryForm;
  entries: PublishedEntry[];
};

/** A personal number in a part of a task, in its place in the filed text. */
export type NumberFound = { section: Section; kind: PersonalNumberKind; start: number; end: number };

/** The parts of one task to publish, and the numbers in them that stay legible, each with the reason. */
export type TaskChoice = {
  taskId: string;
  sections: readonly Section[];
  unmasked: readonly (Pick<NumberFound, 'section' | 'start' | 'end'> & { reason: string })[];
};

/** The same parts of every task, with every number masked. */
export function sameOfEveryTask(entries: readonly { taskId: string }[], sections: readonly Section[]): TaskChoice[] {
  return entries.map(({ taskId }) => ({ taskId, sections, unmasked: [] }));
}

/** Finds the personal numbers in the parts of an entry that may be published, in their order. */
export function numbersIn(entry: SnapshotEntry, form: EntryForm): NumberFound[] {
  return sectionsOf(form).flatMap((section) =>
    findPersonalNumbers(textOf(entry, section)).map((found) => ({ section, ...found })),
  );
}

type NumberPlace = {
  reportId: string;
  version: number;
  taskId: string;
  section: Section;
  start: number;
  end: number;
};

/**
 * The key of a personal number in a form about several reports. What a browser keeps of its field goes by this name, so it
 * holds all by which one number differs from another.
 */
export function numberKey({ reportId, version, taskId, section, start, end }: NumberPlace): string {
  return [reportId, version, taskId, section, start, end].join('_');
}

/** A number that is about to be published, and the reason why it stays legible, or null where it is masked. */
export type NumberDecision = NumberFound & { taskId: string; number: string; masked: string; reason: string | null };

/**
 * Gives the personal numbers in the chosen parts with what is done with each: it is masked unless a reason was written
 * that it stays legible. 《中华人民共和国个人信息保护法》第二十五条.
 */
export function decideNumbers(snapshot: ReportSnapshot, choices: readonly TaskChoice[]): NumberDecision[] {
  const form = formOf(snapshot);
  return choices.flatMap(({ taskId, sections, unmasked }) => {
    const entry = snapshot.entries.find((each) => each.taskId === taskId);
    const found = entry ? numbersIn(entry, form).filter(({ section }) => sections.includes(section)) : [];
    return found.map((each) => {
      const number = entry ? textOf(entry, each.section).slice(each.start, each.end) : '';
      const named = unmasked.find(
        ({ section, start, end }) => section === each.section && start === each.start && end === each.end,
      );
      const reason = named?.reason.trim() || null;
      return { ...each, taskId, number, masked: maskPersonalNumber(each.kind, number), reason };
    });
  });
}

/** The text of a part with its numbers as decided. */
function decidedText(text: string, decisions: readonly NumberDecision[]): string {
  let [rest, from] = ['', 0];
  for (const { start, end, masked, number, reason } of decisions) {
    rest += text.slice(from, start) + (reason === null ? masked : number);
    from = end;
  }
  return rest + text.slice(from);
}

/** The ticks of an entry that stand under a part that goes out. */
function publishedTicks(entry: SnapshotEntry, kept: readonly Section[], form: EntryForm) {
  const ticks = fieldsOfKind('tick', form).filter(({ under }) => kept.includes(under));
  return Object.fromEntries(ticks.map(({ key }) => [key, isTicked(entry, key)]));
}

/**
 * Takes the chosen parts of each task out of a filed snapshot, with their personal numbers as decided. Neither contacts,
 * lights, reasons nor review comments go out; a confirmation (无进展, 无存在问题) goes out only with the section that it stands
 * for, and a task of which nothing was chosen does not go out at all.
 */
export function publishedContent(snapshot: ReportSnapshot, choices: readonly TaskChoice[]): PublishedContent {
  const form = formOf(snapshot);
  const decisions = decideNumbers(snapshot, choices);
  const entries = snapshot.entries.flatMap((entry): PublishedEntry[] => {
    const chosen = choices.find(({ taskId }) => taskId === entry.taskId)?.sections ?? [];
    const kept = sectionsOf(form).filter((part) => chosen.includes(part));
    if (kept.length === 0) return [];
    const decided = (part: Section) =>
      decisions.filter(({ taskId, section }) => taskId === entry.taskId && section === part);
    const texts = Object.fromEntries(kept.map((part) => [part, decidedText(textOf(entry, part), decided(part))]));
    const { taskCode, taskText } = entry;
    return [{ taskCode, taskText, sections: kept, ...publishedTicks(entry, kept, form), ...texts }];
  });
  const { plan, agency, quarter } = snapshot;
  const sections = sectionsOf(form).filter((part) => entries.some((entry) => entry.sections.includes(part)));
  return { plan, agency, quarter, sections, ...(snapshot.form && { form }), entries };
}
