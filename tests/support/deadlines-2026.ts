/**
 * The periods of three plans of 2026, written by hand from the State Council's arrangement: code, first day, days on which
 * a report that is not filed is chased (five, three and one working days before the last), last day. The arrangement of 2027
 * was not published, so the last two last days are provisional.
 */
type ListedPeriod = readonly [code: string, opensOn: string, five: string, three: string, one: string, dueOn: string];

/** Issued on 5 January; due on the 10th of the month after, or on the next working day, by 17:00. */
const monthly: readonly ListedPeriod[] = [
  ['2026M01', '2026-01-05', '2026-02-03', '2026-02-05', '2026-02-09', '2026-02-10'],
  ['2026M02', '2026-02-01', '2026-03-03', '2026-03-05', '2026-03-09', '2026-03-10'],
  // 4 to 6 April were off.
  ['2026M03', '2026-03-01', '2026-04-02', '2026-04-07', '2026-04-09', '2026-04-10'],
  // 1 to 5 May were off, Saturday the 9th was worked, and the 10th is a Sunday.
  ['2026M04', '2026-04-01', '2026-04-30', '2026-05-07', '2026-05-09', '2026-05-11'],
  ['2026M05', '2026-05-01', '2026-06-03', '2026-06-05', '2026-06-09', '2026-06-10'],
  ['2026M06', '2026-06-01', '2026-07-03', '2026-07-07', '2026-07-09', '2026-07-10'],
  ['2026M07', '2026-07-01', '2026-08-03', '2026-08-05', '2026-08-07', '2026-08-10'],
  ['2026M08', '2026-08-01', '2026-09-03', '2026-09-07', '2026-09-09', '2026-09-10'],
  // 1 to 7 October were off; Saturday the 10th was worked.
  ['2026M09', '2026-09-01', '2026-09-28', '2026-09-30', '2026-10-09', '2026-10-10'],
  ['2026M10', '2026-10-01', '2026-11-03', '2026-11-05', '2026-11-09', '2026-11-10'],
  ['2026M11', '2026-11-01', '2026-12-03', '2026-12-07', '2026-12-09', '2026-12-10'],
  // 10 January 2027 is a Sunday.
  ['2026M12', '2026-12-01', '2027-01-04', '2027-01-06', '2027-01-08', '2027-01-11'],
];

/** Due on the third working day of the following quarter. */
const quarterly: readonly ListedPeriod[] = [
  ['2026Q1', '2026-03-01', '2026-03-27', '2026-03-31', '2026-04-02', '2026-04-03'],
  ['2026Q2', '2026-06-01', '2026-06-26', '2026-06-30', '2026-07-02', '2026-07-03'],
  ['2026Q3', '2026-09-01', '2026-09-28', '2026-09-30', '2026-10-09', '2026-10-10'],
  ['2026Q4', '2026-12-01', '2026-12-29', '2026-12-31', '2027-01-05', '2027-01-06'],
];

/** Due five working days before the half year ends; 19 to 21 June were off. */
const halfYearly: readonly ListedPeriod[] = [
  ['2026H1', '2026-06-01', '2026-06-16', '2026-06-18', '2026-06-23', '2026-06-24'],
  ['2026H2', '2026-12-01', '2026-12-18', '2026-12-22', '2026-12-24', '2026-12-25'],
];

export const provisionalPeriods = ['2026M12', '2026Q4'];

/** The days on which one agency of all three plans is notified of more than one thing. */
export const daysOfSeveral = [
  '2026-03-01',
  '2026-04-02',
  '2026-06-01',
  '2026-09-01',
  '2026-09-28',
  '2026-09-30',
  '2026-10-09',
  '2026-12-01',
];

export const plans: Record<string, readonly ListedPeriod[]> = { M: monthly, Q: quarterly, H: halfYearly };
export const agenciesOf: Record<string, readonly ('甲' | '乙' | '丙')[]> = {
  M: ['甲', '乙', '丙'],
  Q: ['甲', '乙'],
  H: ['甲'],
};

/** Reports that are never filed; all others are filed at noon of their last day. */
export const missing = new Set(['乙 2026M03', '乙 2026Q2', '丙 2026M10', '丙 2026M11', '丙 2026M12']);

/** The messages that the lists by hand foresee for the reporter of an agency. */
export function foreseen(agency: '甲' | '乙' | '丙'): string[] {
  const late: Record<string, string[]> = {
    '乙 2026M03': ['2026-04-13 after-1', '2026-04-15 after-3'],
    '乙 2026Q2': ['2026-07-06 after-1', '2026-07-08 after-3'],
    '丙 2026M10': ['2026-11-11 after-1', '2026-11-13 after-3'],
    '丙 2026M11': ['2026-12-11 after-1', '2026-12-15 after-3'],
  };
  return Object.entries(plans)
    .filter(([plan]) => agenciesOf[plan]?.includes(agency))
    .flatMap(([plan, periods]) =>
      periods.flatMap(([period, opensOn, five, three, one]) =>
        [
          `${opensOn} opened`,
          `${five} before-5`,
          `${three} before-3`,
          `${one} before-1`,
          ...(late[`${agency} ${period}`] ?? []),
        ].map((line) => `${line} ${plan} ${period}`),
      ),
    )
    .toSorted();
}
