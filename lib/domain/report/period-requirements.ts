import { type Rule, unless } from './rule';

/** The requirements that a report's period decides, whatever its deadline is. */
export const periodRequirements = {
  /** A period is open for writing from its opening instant on. */
  'period-open': {
    beforeInput: true,
    check: ({ report, now }) => unless(now >= report.opensAt, { code: 'period-not-open', opensAt: report.opensAt }),
  },
  /** A period that was skipped or closed by hand takes nothing more from its agencies, and nobody is asked for it. */
  'still-owed': {
    beforeInput: true,
    check: ({ report }) => (report.filingEnd === null ? null : { code: 'filing-ended', end: report.filingEnd }),
  },
} as const satisfies Record<string, Rule>;
