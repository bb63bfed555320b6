import { getCalendar } from '@/lib/calendar/data';
import { importCalendar } from '@/lib/calendar/mutations';
import { setUpPortal as setUp } from '@/lib/demonstration/mutations';
import { noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { readCalendar } from '@/lib/imports/calendar';
import { parseNotice } from '@/lib/imports/notice';
import { setUpPlan } from '@/lib/plans/mutations';

/** The notice of 2020, the plan of the demonstration. */
export const noticeFile = new URL('./notice-2020.txt', import.meta.url);

/**
 * Stores the calendar and the plan of a notice. A second run changes nothing, and a malformed notice stores nothing.
 */
export async function importNotice(text: string): Promise<void> {
  const parsed = parseNotice(text);
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ line, expected, found }) => `line ${line}: ${expected} (${found})`);
    throw new Error(`the notice is malformed:\n${problems.join('\n')}`);
  }
  await importCalendar(readCalendar());
  const code = String(parsed.value.year);
  await setUpPlan({ ...parsed.value, code, deadlineRule: noticeDeadlineRule }, await getCalendar());
}

/**
 * Sets up a production portal: the calendar alone. Its coordinators bring their own plans. Gives the years that people keep
 * and that the library has otherwise.
 */
export async function setUpPortal(): Promise<{ differingYears: number[] }> {
  await setUp('production');
  const { differing } = await importCalendar(readCalendar());
  return { differingYears: differing };
}
