import { PublishedSections } from '@/components/publication/published-sections';
import { TextLink } from '@/components/ui/text-link';
import { formOf } from '@/lib/domain/report/entry';
import type { Plan } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import type { ReportPublicState } from '@/lib/publication/states/data';
import { routes } from '@/lib/routes';
import { PublicPeriods } from './public-periods';

function AgencyReport({ report }: { report: PublishedReport }) {
  return (
    <ol className="grid gap-6">
      {report.content.entries.map((entry) => (
        <li key={entry.taskCode} className="border-t border-line pt-4">
          <h5 className="mb-3 max-w-text font-medium">
            <TextLink href={routes.task(entry.taskCode)} isTitle>
              {entry.taskText}
            </TextLink>
          </h5>
          <PublishedSections entry={entry} form={formOf(report.content)} />
        </li>
      ))}
    </ol>
  );
}

type AgencyPeriodsProps = {
  plan: Plan;
  reports: readonly PublishedReport[];
  states: readonly ReportPublicState[];
};

/** The published sections of an agency's reports under a plan, period by period, or the state of each report. */
export function AgencyPeriods({ plan, reports, states }: AgencyPeriodsProps) {
  return (
    <PublicPeriods plan={plan} reports={reports} states={states} heading="h4">
      {(report) => <AgencyReport report={report} />}
    </PublicPeriods>
  );
}
