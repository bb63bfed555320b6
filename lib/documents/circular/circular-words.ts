import 'server-only';
import type { DocumentPlanPeriod } from '@/lib/documents/periods/data';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { Coverage } from '@/lib/domain/review/documents';
import { dueIn, type FilingCounts, filingOutcomes, onTimeRate } from '@/lib/domain/review/filing-rate';
import type { OfficialBlock } from '@/lib/office-files/official/official-document';
import { coverageWords } from '@/lib/text/coverage-words';
import { formatDayWithin, formatHour, formatPeriod, formatRate } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { CircularCount } from './circular-count';
import { agencyGroups, namesOf } from './circular-names';

export type CircularFacts = {
  plan: { title: string; contactOffice: string; rhythm: Rhythm };
  coverage: Coverage;
  /** All periods of the plan, in order. */
  periods: readonly DocumentPlanPeriod[];
  countedAt: Date;
};

const paragraph = (text: string): OfficialBlock => ({ kind: 'paragraph', text });

const isOfYear = ({ codes }: Coverage) => codes.length > 1;

/** The numbers of reports by outcome, without those that are zero; of one period they are numbers of agencies. */
function outcomeWords(counts: FilingCounts, unit: string): string {
  const t = getT();
  const words = filingOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${t(`documents.circular.outcomes.${outcome}`)}${counts[outcome]}${unit}`);
  return words.join(t('documents.circular.comma'));
}

function rateSentence(counts: FilingCounts): string {
  const t = getT();
  const rate = onTimeRate(counts);
  return rate === null ? t('documents.circular.notDue') : t('documents.circular.rateIs', { rate: formatRate(rate) });
}

function sumParagraphs({ counts, byPeriod, returned }: CircularCount, ofYear: boolean): OfficialBlock[] {
  const t = getT();
  const [agencies, reports] = [t('documents.circular.unitOfAgencies'), t('documents.circular.unitOfReports')];
  const sumOf = (each: FilingCounts, unit: string) =>
    t('documents.circular.sum', {
      due: `${dueIn(each)}${unit}`,
      outcomes: outcomeWords(each, unit),
      rate: rateSentence(each),
    });
  const periods = ofYear ? [...byPeriod].sort(([one], [other]) => (one < other ? -1 : 1)) : [];
  return [
    paragraph(sumOf(counts, ofYear ? reports : agencies)),
    ...periods.map(([periodCode, each]) => paragraph(`${formatPeriod(periodCode)}${sumOf(each, agencies)}`)),
    paragraph(
      returned.times > 0
        ? t('documents.circular.returnedSum', {
            reports: returned.reports,
            times: returned.times,
            names: namesOf(returned),
          })
        : t('documents.circular.nothingReturned'),
    ),
  ];
}

function dayWords({ dueOn, provisional }: DocumentPlanPeriod, year: number): string {
  const t = getT();
  const day = formatDayWithin(dueOn, year);
  return provisional ? t('documents.circular.provisionalDay', { day }) : day;
}

function opening({ plan, coverage, periods, countedAt }: CircularFacts): string {
  const t = getT();
  const { year, codes } = coverage;
  const days = periods
    .filter(({ code }) => codes.includes(code))
    .map((period) => dayWords(period, year))
    .join(t('documents.circular.and'));
  return t(isOfYear(coverage) ? 'documents.circular.openingOfYear' : 'documents.circular.opening', {
    ...rhythmWords(t, plan.rhythm),
    plan: plan.title,
    period: coverageWords(t, coverage),
    days,
    at: `${formatDayWithin(civilDateOf(countedAt), year)}${formatHour(countedAt)}`,
  });
}

/** The requests: to file what is missing or still due, and the next last day. */
function requests({ coverage, periods, countedAt }: CircularFacts, { counts }: CircularCount): OfficialBlock[] {
  const t = getT();
  const latest = coverage.codes.at(-1);
  const covered = periods.find(({ code }) => code === latest);
  const next = periods.find(({ code, closesAt }) => latest && code > latest && closesAt > countedAt);
  const isOpen = covered !== undefined && counts.early + counts.pending > 0 && covered.closesAt > countedAt;
  return [
    counts.missing > 0 && t('documents.circular.request'),
    counts.pending > 0 && isOpen && t('documents.circular.requestPending', { day: dayWords(covered, coverage.year) }),
    next && t('documents.circular.next', { period: formatPeriod(next.code), day: dayWords(next, coverage.year) }),
  ].flatMap((text) => (text ? [paragraph(text)] : []));
}

/** Builds the text of a circular: the reports due, the counts and the rate, the agencies by outcome, the requests. */
export function circularBlocks(facts: CircularFacts, count: CircularCount): OfficialBlock[] {
  const t = getT();
  const ofYear = isOfYear(facts.coverage);
  const asked = requests(facts, count);
  const { contactOffice } = facts.plan;
  return [
    paragraph(opening(facts)),
    { kind: 'heading', level: 1, text: t('documents.circular.sumTitle') },
    ...sumParagraphs(count, ofYear),
    { kind: 'heading', level: 1, text: t('documents.circular.agenciesTitle') },
    ...agencyGroups(count, { isOfYear: ofYear, rhythm: facts.plan.rhythm }),
    ...(asked.length > 0
      ? [{ kind: 'heading' as const, level: 1 as const, text: t('documents.circular.requestTitle') }, ...asked]
      : []),
    paragraph(t('documents.circular.closing')),
    ...(contactOffice ? [paragraph(t('documents.circular.contact', { office: contactOffice }))] : []),
  ];
}
