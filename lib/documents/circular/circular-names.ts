import 'server-only';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { FilingOutcome } from '@/lib/domain/review/filing-rate';
import type { OfficialBlock } from '@/lib/office-files/official/official-document';
import { chineseNumber } from '@/lib/text/chinese-number';
import { formatPeriodWithinYear } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { areAllNamed, type CircularCount, type CircularNames, gravestFirst, type Named } from './circular-count';
import type { CircularAgency } from './data';

/** 第一季度、第三季度未报送 */
function periodsWith(t: Translate, { reports }: CircularAgency, outcome: FilingOutcome): string[] {
  const periods = reports.filter((report) => report.outcome === outcome);
  if (periods.length === 0) return [];
  const names = periods.map(({ periodCode }) => formatPeriodWithinYear(periodCode)).join(t('documents.circular.and'));
  return [t('documents.circular.inPeriods', { periods: names, outcome: t(`documents.circular.outcomes.${outcome}`) })];
}

/** Names an agency with every period in which it was not simply on time, the gravest first. */
function agencyOfYear(agency: CircularAgency): string {
  const t = getT();
  const faults = gravestFirst.flatMap((outcome) => periodsWith(t, agency, outcome));
  if (faults.length === 0) return agency.name;
  return t('documents.circular.agencyWith', { agency: agency.name, words: faults.join(t('documents.circular.comma')) });
}

/** The names of a circular: of one about several periods, each agency with its periods. */
export function circularNames({ isOfYear }: { isOfYear: boolean }): CircularNames {
  const t = getT();
  return {
    withOutcomes: (agency) => (isOfYear ? agencyOfYear(agency) : agency.name),
    withReturns: (agency, times) => t('documents.circular.returnedAgency', { agency, times }),
  };
}

/** The names in one sentence, or the first of them. */
export function namesOf(named: Named): string {
  const t = getT();
  const names = named.names.join(t('documents.circular.and'));
  return t(areAllNamed(named) ? 'documents.circular.names' : 'documents.circular.firstNames', { names });
}

const order = ['on_time', 'extended', 'late', 'missing', 'pending'] as const satisfies readonly FilingOutcome[];

/** The agencies in groups, each of them in one. */
export function agencyGroups(
  { named }: CircularCount,
  { isOfYear, rhythm }: { isOfYear: boolean; rhythm: Rhythm },
): OfficialBlock[] {
  const t = getT();
  const groups = order.filter((outcome) => named[outcome].count > 0);
  return groups.flatMap((outcome, index): OfficialBlock[] => [
    {
      kind: 'heading',
      level: 2,
      text: t('documents.circular.group', {
        number: chineseNumber(index + 1),
        title: isOfYear
          ? t(`documents.circular.groupsOfYear.${outcome}`, rhythmWords(t, rhythm))
          : t(`documents.circular.groups.${outcome}`),
        count: named[outcome].count,
      }),
    },
    { kind: 'paragraph', text: namesOf(named[outcome]) },
  ]);
}
