import { type EntryContent, type EntryForm, type EntryKey, type Section, sectionsOf, ticksUnder } from './entry';
import { saysNothing } from './nothing-words';
import { excuseOf, isContradicted, sectionSays } from './section-says';

/** A tick and a text that exclude each other: a text beside its tick, or a text that says no more than the tick. */
export type Contradiction = { section: Section; tick: EntryKey; kind: 'text-beside-tick' | 'nothing-as-text' };

/** The tick under a section that says in its place that there is nothing, such as 无存在问题 under the problems. */
function tickFor(section: Section, form: EntryForm): EntryKey | null {
  return ticksUnder(section, form)[0]?.tick ?? null;
}

/**
 * Lists the contradictions of an entry in the order of its form. 无存在问题 beside problems, or 本季度无进展 beside progress
 * or results, would be read as both; 「无」 written as a problem would be counted and listed as one.
 */
export function contradictionsOf(entry: EntryContent, form: EntryForm): Contradiction[] {
  return sectionsOf(form).flatMap((section): Contradiction[] => {
    const says = sectionSays(entry, section, form);
    const excuse = excuseOf(section, form);
    if (excuse && isContradicted(says)) return [{ section, tick: excuse, kind: 'text-beside-tick' }];
    const tick = tickFor(section, form);
    return tick && saysNothing(says.text) ? [{ section, tick, kind: 'nothing-as-text' }] : [];
  });
}

/** Lists the contradictions of a report, task by task in the given order. */
export function contradictionsIn(
  entries: readonly (EntryContent & { taskId: string })[],
  form: EntryForm,
): (Contradiction & { taskId: string })[] {
  return entries.flatMap((entry) => contradictionsOf(entry, form).map((each) => ({ ...each, taskId: entry.taskId })));
}
