import { DefinitionList } from '@/components/ui/definition-list';
import { Light } from '@/components/ui/light';
import { formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { deadlineBasis, deadlineWords, timeLeftWords } from './deadline-words';
import { DueDateReasons } from './due-date-reasons';
import { extensionWords } from './extension-words';
import type { ExtensionFacts, StandingReport } from './report-facts';

function DueDate({ report }: { report: StandingReport }) {
  const basis = deadlineBasis(report);
  return (
    <div className="grid gap-1">
      <p>
        <strong className="font-semibold">{deadlineWords(report)}</strong>
        {report.period.provisional && `（${t('filing.dueDate.provisionalMark')}）`}
        {basis !== 'period' && `（${t(`filing.dueDate.${basis}Mark`)}）`}
      </p>
      <DueDateReasons report={report} />
    </div>
  );
}

/** What an agency wants to know of a period before it acts: the light, the last day and why, the time left. */
export function StandingFacts({ report, extension }: { report: StandingReport; extension: ExtensionFacts | null }) {
  const timeLeft = timeLeftWords(report);
  const latest = report.versions[0];
  const items = [
    { term: t('filing.facts.light'), details: <Light tone={report.light}>{t(`filingLights.${report.light}`)}</Light> },
    { term: t('filing.facts.dueOn'), details: <DueDate report={report} /> },
    timeLeft && { term: t('filing.facts.timeLeft'), details: timeLeft },
    latest && {
      term: t('filing.facts.filed'),
      details: t('filing.facts.filedDetails', { at: formatInstant(latest.filedAt), number: latest.number }),
    },
    report.timeliness && { term: t('filing.facts.timeliness'), details: t(`timeliness.${report.timeliness}`) },
    extension && { term: t('filing.facts.extension'), details: extensionWords(extension) },
  ];
  return <DefinitionList items={items.filter((item) => !!item)} />;
}
