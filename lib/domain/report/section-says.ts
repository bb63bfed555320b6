import {
  type EntryContent,
  type EntryForm,
  type EntryKey,
  findField,
  isTicked,
  type Section,
  textOf,
  ticksUnder,
} from './entry';

/** A section as it is read: its text, and what was confirmed in its place or beside it. */
export type SectionSays = {
  /** The words that were written, '' where there are none but blanks. */
  text: string;
  /** The confirmation that is read under this section, with its reason where it needs one. */
  confirmed: { tick: EntryKey; reason: string } | null;
  /** Nothing had to be written, because of a confirmation under this section or another. */
  isExcused: boolean;
};

const nothing: SectionSays = { text: '', confirmed: null, isExcused: false };

/**
 * Gives what a section of an entry says. Where 本季度无进展 is confirmed, its reason stands under the progress, and nothing
 * is due under the results; 无存在问题 stands under the problems. What was written all the same is kept.
 */
export function sectionSays(entry: EntryContent | null, section: Section, form: EntryForm): SectionSays {
  if (entry === null) return nothing;
  const excuse = excuseOf(section, form);
  const written = textOf(entry, section);
  const ticked = ticksUnder(section, form).find(({ tick }) => isTicked(entry, tick));
  const reason = ticked?.reason ? textOf(entry, ticked.reason) : '';
  return {
    text: written.trim() === '' ? '' : written,
    confirmed: ticked ? { tick: ticked.tick, reason: reason.trim() ? reason : '' } : null,
    isExcused: excuse !== null && isTicked(entry, excuse),
  };
}

/** The tick that excuses a section from being written, or null. */
export function excuseOf(section: Section, form: EntryForm): EntryKey | null {
  const field = findField(section, form);
  return (field?.kind === 'section' && field.unless) || null;
}

/** Says whether a text stands beside a confirmation in its place: its author may have forgotten one of them. */
export function isContradicted({ text, isExcused }: SectionSays): boolean {
  return isExcused && text !== '';
}

/** Says whether a section is empty because a confirmation under another one excuses it. */
export function isNothingDue({ text, confirmed, isExcused }: SectionSays): boolean {
  return isExcused && confirmed === null && text === '';
}
