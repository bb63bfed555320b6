import type { ReactNode } from 'react';
import { EarlyMark } from '@/components/reports/early-mark';
import { extensionWords } from '@/components/reports/extension-words';
import { Light } from '@/components/ui/light';
import type { ReportExtension } from '@/lib/extensions/data';
import type { DeskReport } from '@/lib/filing/desk/desk';
import type { DeskOfficers } from '@/lib/filing/desk/loaders';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { actsNextWords } from './acts-next';
import { DueDate } from './due-headline';

function Fact({ term, children, isWide }: { term: string; children: ReactNode; isWide?: boolean }) {
  return (
    <div className={isWide ? 'basis-full' : ''}>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ExtensionStatus({ extension }: { extension: ReportExtension }) {
  const t = useT();
  const { decisionNote, decidedAt, unrequested, reason } = extension;
  return (
    <>
      <p>{extensionWords(t, extension)}</p>
      {decidedAt && (
        <p className="text-sm text-muted">
          {t('filing.overview.extension.decided', { at: formatInstant(decidedAt) })}
          {decisionNote && (
            <span className="whitespace-pre-line">{t('filing.extension.note', { note: decisionNote })}</span>
          )}
          {unrequested && <span className="whitespace-pre-line">{t('filing.extension.reasonGiven', { reason })}</span>}
        </p>
      )}
    </>
  );
}

/** The events of the report so far, and who has to act next. */
export function DeskStatus({ report, officers }: { report: DeskReport; officers: DeskOfficers }) {
  const t = useT();
  const { versions, accepted, signOffRequested, extension } = report;
  const [latest] = versions;
  const next = actsNextWords(t, report, officers);
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3 max-sm:flex-col">
      {next && <Fact term={t('filing.overview.acts.term')}>{next}</Fact>}
      {!report.countdown && (
        <Fact term={t('filing.facts.dueOn')}>
          <DueDate report={report} />
        </Fact>
      )}
      <Fact term={t('filing.facts.light')}>
        <Light tone={report.light}>{t(`filingLights.${report.light}`)}</Light>
      </Fact>
      {signOffRequested && (
        <Fact term={t('filing.overview.signOff.term')}>
          {t('filing.overview.signOff.details', { by: signOffRequested.by, at: formatInstant(signOffRequested.at) })}
        </Fact>
      )}
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
      {accepted && (
        <Fact term={t('filing.overview.accepted.term')}>
          {t('filing.overview.accepted.details', { by: accepted.by, at: formatInstant(accepted.at) })}
        </Fact>
      )}
      {extension && (
        <Fact term={t('filing.facts.extension')} isWide>
          <ExtensionStatus extension={extension} />
        </Fact>
      )}
    </dl>
  );
}
