import type { EntryContent, Section } from '@/lib/domain/report/completeness';
import type { ReportStatus } from '@/lib/domain/report/report';

/** What stands first in a summary (季度汇总): the agency, with its tasks under it, or the task. */
export const summaryArrangements = ['by_agency', 'by_task'] as const;
export type SummaryArrangement = (typeof summaryArrangements)[number];

/** What an agency filed under a section: its text, or what it confirmed in place of one or, with a `text`, beside it. */
export type FiledPassage =
  | { kind: 'text'; text: string }
  | { kind: 'no-progress'; reason: string; text: string }
  | { kind: 'no-problems'; text: string }
  | { kind: 'nothing' };

/**
 * Gives what a section of a filed entry says. Where 本季度无进展 is confirmed, its reason stands under the progress;
 * 无存在问题 stands under the problems. What was written all the same is kept.
 */
export function filedPassage(entry: EntryContent | null, section: Section): FiledPassage {
  if (entry === null) return { kind: 'nothing' };
  const text = entry[section].trim() === '' ? '' : entry[section];
  if (section === 'progress' && entry.noProgress) return { kind: 'no-progress', reason: entry.noProgressReason, text };
  if (section === 'problems' && entry.noProblems) return { kind: 'no-problems', text };
  return text === '' ? { kind: 'nothing' } : { kind: 'text', text };
}

/** A text as it is compared: without blanks at its ends, its lines ended in one way. */
const compared = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** What is kept of a text written in place of an original: null where it says the same, so that there is no edit. */
export function editOf(text: string, original: string): string | null {
  return compared(text) === compared(original) ? null : compared(text);
}

/** The same over what was filed: in place of a confirmation every text is an edit, an empty one leaves it out. */
export function editOfFiled(text: string, filed: FiledPassage): string | null {
  if (filed.kind === 'no-progress' || filed.kind === 'no-problems') return compared(text);
  return editOf(text, filed.kind === 'text' ? filed.text : '');
}

/** A passage of a summary: an agency's words, or what the division wrote in their place; an empty edit leaves it out. */
export type Passage = { original: string; edited: string | null };

export function passageText({ original, edited }: Passage): string {
  return edited ?? original;
}

/** How a unit's place changes, and with it those between: each of `first` to `last` goes on by `by`. */
export type Move = { from: number; to: number; first: number; last: number; by: 1 | -1 };

/**
 * Moves one of `count` units from its place to another, both counted from 1; a place before the first is the first, one
 * behind the last the last. Null where nothing moves: there is no such unit, or it stands there already.
 */
export function moveOf(from: number, to: number, count: number): Move | null {
  if (from < 1 || from > count) return null;
  const target = Math.min(Math.max(to, 1), count);
  if (target === from) return null;
  return target > from
    ? { from, to: target, first: from + 1, last: target, by: -1 }
    : { from, to: target, first: target, last: from - 1, by: 1 };
}

/** Which reports go into a summary: accepted ones, and where it is so set those that are filed and not reviewed yet. */
export function summarizedStatuses(includesFiled: boolean): ReportStatus[] {
  return includesFiled ? ['accepted', 'filed'] : ['accepted'];
}

/** How a version in a summary stands to its report. */
export type SourceStanding =
  /** It is the report's latest, and goes in. */
  | 'current'
  /** A later version goes in. */
  | 'newer'
  /** There is a later version, which is not accepted yet. */
  | 'newer-unreviewed'
  /** It is the latest and was not accepted, or not any more. */
  | 'unreviewed'
  /** It was returned, and the agency is mending it. */
  | 'returned'
  /** The agency took it back. */
  | 'withdrawn';

type Source = { number: number; latest: number; status: ReportStatus; includesFiled: boolean };

export function sourceStanding({ number, latest, status, includesFiled }: Source): SourceStanding {
  if (number < latest && summarizedStatuses(includesFiled).includes(status)) return 'newer';
  if (status === 'returned') return 'returned';
  if (status !== 'filed' && status !== 'accepted') return 'withdrawn';
  if (number < latest) return 'newer-unreviewed';
  return status === 'accepted' ? 'current' : 'unreviewed';
}

/** As many agencies as a sentence names; more of them stand in an annex. */
export const mostNamed = 30;
