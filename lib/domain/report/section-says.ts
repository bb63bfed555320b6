import {
  type EntryContent,
  type EntryForm,
  fieldOfKey,
  noticeForm,
  type Section,
  type Tick,
  ticksUnder,
} from './entry';

/** A section as it is read: its text, and what was confirmed in its place or beside it. */
export type SectionSays = {
  /** The words that were written, '' where there are none but blanks. */
  text: string;
  /** The confirmation that is read under this section, with its reason where it needs one. */
  confirmed: { tick: Tick; reason: string } | null;
  /** Nothing had to be written, because of a confirmation under this section or another. */
  isExcused: boolean;
};

const nothing: SectionSays = { text: '', confirmed: null, isExcused: false };

/** The texts and confirmations of an entry, as far as they are known: what went out has no reasons. */
export type ReadEntry = Partial<EntryContent>;

/**
 * Gives what a section of an entry says. Where 本季度无进展 is confirmed, its reason stands under the progress, and nothing
 * is due under the results; 无存在问题 stands under the problems. What was written all the same is kept.
 */
export function sectionSays(entry: ReadEntry | null, section: Section, form: EntryForm = noticeForm): SectionSays {
  if (entry === null) return nothing;
  const excuse = excuseOf(section, form);
  const written = entry[section] ?? '';
  const ticked = ticksUnder(section, form).find(({ tick }) => entry[tick] === true);
  const reason = ticked?.reason ? entry[ticked.reason] : undefined;
  return {
    text: written.trim() === '' ? '' : written,
    confirmed: ticked ? { tick: ticked.tick, reason: reason?.trim() ? reason : '' } : null,
    isExcused: excuse !== null && entry[excuse] === true,
  };
}

/** The tick that excuses a section from being written, or null. */
export function excuseOf(section: Section, form: EntryForm = noticeForm): Tick | null {
  const field = fieldOfKey(section, form);
  return (field.kind === 'section' && field.unless) || null;
}

/** Says whether a text stands beside a confirmation in its place: its author may have forgotten one of them. */
export function isContradicted({ text, isExcused }: SectionSays): boolean {
  return isExcused && text !== '';
}

/** Says whether a section is empty because a confirmation under another one excuses it. */
export function isNothingDue({ text, confirmed, isExcused }: SectionSays): boolean {
  return isExcused && confirmed === null && text === '';
}
