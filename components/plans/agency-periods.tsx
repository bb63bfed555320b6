import { PublishedSections } from '@/components/publication/published-sections';
import { publishedAtWords } from '@/components/publication/published-words';
import { Card } from '@/components/ui/card';
import { Light } from '@/components/ui/light';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

function AgencyReport({ report }: { report: PublishedReport }) {
  const t = useT();
  return (
    <>
      <p className="text-sm text-muted">{publishedAtWords(t, report)}</p>
      <ol className="mt-2 grid gap-6">
        {report.content.entries.map((entry) => (
          <li key={entry.taskCode} className="border-t border-line pt-4">
            <h5 className="mb-3 max-w-text font-medium">
              <TextLink href={routes.task(entry.taskCode)} isTitle>
                {entry.taskText}
              </TextLink>
            </h5>
            <PublishedSections entry={entry} sections={report.content.sections} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The published sections of an agency's reports under a plan, period by period. */
export function AgencyPeriods({ plan, reports }: { plan: Plan; reports: readonly PublishedReport[] }) {
  const t = useT();
  return (
    <div className="grid gap-4">
      {plan.periods.map(({ code: periodCode }) => {
        const report = reports.find((candidate) => candidate.periodCode === periodCode);
        return (
          <Card key={periodCode}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h4 className="text-lg font-bold">{formatPeriod(periodCode)}</h4>
              <Light tone={report ? 'green' : 'grey'}>
                {t(report ? 'public.task.published' : 'public.task.notYet')}
              </Light>
            </div>
            {report && <AgencyReport report={report} />}
          </Card>
        );
      })}
    </div>
  );
}
