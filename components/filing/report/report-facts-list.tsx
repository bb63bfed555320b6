import type { ReactNode } from 'react';
import { TimeLeftText } from '@/components/reports/countdown/time-left-text';
import { deadlineBasis } from '@/components/reports/deadline-basis';
import { EarlyMark } from '@/components/reports/early-mark';
import { extensionWords } from '@/components/reports/extension-words';
import { Light } from '@/components/ui/light';
import type { ReportExtension } from '@/lib/extensions/data';
import type { ReportWithStatus } from '@/lib/filing/data';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { DueDateReasons } from './due-date-reasons';

function Fact({ term, children, isWide }: { term: string; children: ReactNode; isWide?: boolean }) {
  return (
    <div className={isWide ? 'basis-full' : ''}>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function dueDateMark(t: Translate, report: ReportWithStatus): string {
  if (report.period.provisional) return t('filing.dueDate.provisionalMark');
  const basis = deadlineBasis(report);
  return basis === 'period' ? '' : t(`filing.dueDate.${basis}Mark`);
}

function DueDateFact({ report }: { report: ReportWithStatus }) {
  const t = useT();
  const mark = dueDateMark(t, report);
  return (
    <Fact term={t('filing.facts.dueOn')}>
      <strong className="font-semibold">{deadlineWords(report.dueOn, report.period.rule)}</strong>
      {mark && <span className="ml-2 text-sm text-warning">{mark}</span>}
    </Fact>
  );
}

/** The facts of a period that an agency needs first: the light, the last day with its reasons, the time left. */
export function ReportFactsList({
  report,
  extension,
}: {
  report: ReportWithStatus;
  extension: ReportExtension | null;
}) {
  const t = useT();
  const latest = report.versions[0];
  return (
    <div className="grid gap-3">
      <dl className="flex flex-wrap gap-x-10 gap-y-3 rounded-md bg-ground px-4 py-3 max-sm:flex-col">
        <DueDateFact report={report} />
        {report.countdown && (
          <Fact term={t('filing.facts.timeLeft')}>
            <TimeLeftText countdown={report.countdown} />
          </Fact>
        )}
        <Fact term={t('filing.facts.light')}>
          <Light tone={report.light}>{t(`filingLights.${report.light}`)}</Light>
        </Fact>
        {latest && (
          <Fact term={t('filing.facts.filed')}>
            {t(report.withdrawn === null ? 'filing.facts.filedDetails' : 'filing.facts.withdrawnDetails', {
              at: formatInstant(latest.filedAt),
              number: latest.number,
            })}
            <EarlyMark filedAt={latest.filedAt} periodCode={report.periodCode} dueOn={report.period.dueOn} />
          </Fact>
        )}
        {report.timeliness && <Fact term={t('filing.facts.timeliness')}>{t(`timeliness.${report.timeliness}`)}</Fact>}
        {extension && (
          <Fact term={t('filing.facts.extension')} isWide>
            {extensionWords(t, extension)}
          </Fact>
        )}
      </dl>
      <DueDateReasons report={report} />
    </div>
  );
}
