import { isWithDivision, type ReportStatus } from '@/lib/domain/report/report';
import type { SectionSays } from '@/lib/domain/report/section-says';

/** The order of a summary (季度汇总): agencies with their tasks under them, or tasks. */
export const summaryArrangements = ['by_agency', 'by_task'] as const;
export type SummaryArrangement = (typeof summaryArrangements)[number];

/** Normalises a text for comparison: trimmed, with LF as the only line ending. */
const compared = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/**
 * Gives the edit to store for a text written in place of an original; null where both are equal, so that there is no
 * edit.
 */
export function editOf(text: string, original: string): string | null {
  return compared(text) === compared(original) ? null : compared(text);
}

/**
 * Gives the edit to store for a text written in place of filed content, as `editOf` does; in place of a confirmation every
 * text is an edit, and an empty one omits the section.
 */
export function editOfFiled(text: string, filed: SectionSays): string | null {
  return filed.confirmed ? compared(text) : editOf(text, filed.text);
}

/** A passage of a summary: the agency's text, or the division's in its place; an empty edit omits it. */
export type Passage = { original: string; edited: string | null };

/** Gives the text of a passage as the document will have it. */
export function passageText({ original, edited }: Passage): string {
  return edited ?? original;
}

/** A move of a unit and of those between: each of `first` to `last` shifts by `by`. */
export type Move = { from: number; to: number; first: number; last: number; by: 1 | -1 };

/**
 * Moves one of `count` units from one position to another, both counted from 1; positions out of range are clamped.
 * Null where nothing moves: there is no such unit, or it is there already.
 */
export function moveOf(from: number, to: number, count: number): Move | null {
  if (from < 1 || from > count) return null;
  const target = Math.min(Math.max(to, 1), count);
  if (target === from) return null;
  return target > from
    ? { from, to: target, first: from + 1, last: target, by: -1 }
    : { from, to: target, first: target, last: from - 1, by: 1 };
}

/**
 * Gives the statuses whose reports enter a summary: accepted, and where it is set so also filed but not reviewed yet.
 */
export function summarizedStatuses(includesFiled: boolean): ReportStatus[] {
  return includesFiled ? ['accepted', 'filed'] : ['accepted'];
}

/** The status of a version in a summary compared with its report. */
export type SourceStatus =
  /** It is the report's latest version and can be included. */
  | 'current'
  /** A later version can be included. */
  | 'newer'
  /** There is a later version, not accepted yet. */
  | 'newer-unreviewed'
  /** It is the latest version, but not accepted, or no longer. */
  | 'unreviewed'
  /** It was returned, and the agency is correcting it. */
  | 'returned'
  /** The agency withdrew it. */
  | 'withdrawn';

type Source = { number: number; latest: number; status: ReportStatus; includesFiled: boolean };

/**
 * Compares a version in a summary with its report: `number` is the version in the summary, `latest` the latest filed one,
 * `status` that of the report now.
 */
export function sourceStatus({ number, latest, status, includesFiled }: Source): SourceStatus {
  if (number < latest && summarizedStatuses(includesFiled).includes(status)) return 'newer';
  if (status === 'returned') return 'returned';
  if (!isWithDivision(status)) return 'withdrawn';
  if (number < latest) return 'newer-unreviewed';
  return status === 'accepted' ? 'current' : 'unreviewed';
}

/** Most agencies that a sentence names; more of them are listed in an annex. */
export const mostNamed = 30;

/** As many of the latest changes of a draft as its page lists. */
export const summaryEventsShown = 20;
