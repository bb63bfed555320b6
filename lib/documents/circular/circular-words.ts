import 'server-only';
import { periodWords } from '@/lib/documents/wording';
import type { DocumentPeriod } from '@/lib/domain/review/documents';
import {
  countedIn,
  type FilingCounts,
  type FilingOutcome,
  filingOutcomes,
  onTimeRate,
} from '@/lib/domain/review/filing-rate';
import type { OfficialBlock } from '@/lib/office-files/official/official-document';
import { chineseNumber } from '@/lib/text/chinese-number';
import { formatDate, formatInstant, formatPeriod, formatRate } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { areAllNamed, type CircularCount, type Named } from './circular-count';
import type { CoveredPeriod } from './data';

export function rateWords(counts: FilingCounts): string {
  const t = getT();
  const rate = onTimeRate(counts);
  return rate === null ? t('documents.circular.noRate') : formatRate(rate);
}

const dueOf = (counts: FilingCounts) => countedIn(counts) + counts.pending;
const paragraph = (text: string): OfficialBlock => ({ kind: 'paragraph', text });

/** The numbers of reports by outcome, without those that are zero. */
function outcomeWords(counts: FilingCounts): string {
  const t = getT();
  const words = filingOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) =>
      t('documents.circular.outcome', { outcome: t(`documents.circular.outcomes.${outcome}`), count: counts[outcome] }),
    );
  return words.join(t('documents.circular.comma'));
}

function sumParagraphs({ counts, byPeriod, returned }: CircularCount): OfficialBlock[] {
  const t = getT();
  const sum = { due: dueOf(counts), outcomes: outcomeWords(counts), rate: rateWords(counts) };
  const periods = byPeriod.size > 1 ? [...byPeriod].toSorted(([one], [other]) => (one < other ? -1 : 1)) : [];
  return [
    paragraph(t('documents.circular.sum', sum)),
    ...periods.map(([periodCode, each]) =>
      paragraph(
        t('documents.circular.sumOfPeriod', {
          period: formatPeriod(periodCode),
          due: dueOf(each),
          outcomes: outcomeWords(each),
          rate: rateWords(each),
        }),
      ),
    ),
    paragraph(
      returned.times > 0
        ? t('documents.circular.returnedSum', { reports: returned.reports, times: returned.times })
        : t('documents.circular.nothingReturned'),
    ),
    paragraph(t('documents.circular.rule')),
  ];
}

function namesOf(named: Named): string {
  const t = getT();
  const names = named.names.join(t('documents.circular.and'));
  return t(areAllNamed(named) ? 'documents.circular.names' : 'documents.circular.firstNames', { names });
}

function agencyBlocks({ named, returned }: CircularCount): OfficialBlock[] {
  const t = getT();
  const groups: { title: string; named: Named }[] = [
    ...filingOutcomes.map((outcome: FilingOutcome) => ({
      title: t(`documents.circular.outcomes.${outcome}`),
      named: named[outcome],
    })),
    { title: t('documents.circular.returned'), named: returned },
  ].filter((group) => group.named.count > 0);
  return groups.flatMap((group, index): OfficialBlock[] => [
    {
      kind: 'heading',
      level: 2,
      text: t('documents.circular.group', {
        number: chineseNumber(index + 1),
        title: group.title,
        count: group.named.count,
      }),
    },
    paragraph(namesOf(group.named)),
  ]);
}

function dueWords(periods: readonly CoveredPeriod[]): string {
  const t = getT();
  const words = periods.map(({ code, dueOn, provisional }) =>
    t(provisional ? 'documents.circular.dueProvisional' : 'documents.circular.dueOn', {
      period: formatPeriod(code),
      dueOn: formatDate(dueOn),
    }),
  );
  return words.join(t('documents.circular.comma'));
}

export type CircularFacts = { planTitle: string; period: DocumentPeriod; periods: CoveredPeriod[]; countedAt: Date };

/** Builds the text of a circular: the reports due, the counts and the rate, then the agencies by outcome. */
export function circularBlocks(
  { planTitle, period, periods, countedAt }: CircularFacts,
  count: CircularCount,
): OfficialBlock[] {
  const t = getT();
  const opening = t('documents.circular.opening', {
    plan: planTitle,
    due: dueWords(periods),
    at: formatInstant(countedAt),
    period: periodWords(period),
  });
  const isDue = count.counts.missing > 0;
  return [
    paragraph(opening),
    { kind: 'heading', level: 1, text: t('documents.circular.sumTitle') },
    ...sumParagraphs(count),
    { kind: 'heading', level: 1, text: t('documents.circular.agenciesTitle') },
    ...agencyBlocks(count),
    ...(isDue
      ? [
          { kind: 'heading' as const, level: 1 as const, text: t('documents.circular.requestTitle') },
          paragraph(t('documents.circular.request')),
        ]
      : []),
  ];
}
