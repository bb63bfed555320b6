import { workingDayChoices } from '@/components/reports/working-day-choices';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { WrittenText } from '@/components/ui/written-text';
import type { OfferedDay } from '@/lib/domain/deadline/due-date';
import type { ExtensionRow } from '@/lib/extensions/decision/data';
import { routes } from '@/lib/routes';
import { formatDateWithWeekday, formatInstant, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { ExtensionDecisionForm } from './extension-decision-form';

type ExtensionRequestProps = {
  /** `days` are the last days that the division can choose. */
  extension: ExtensionRow & { days: readonly OfferedDay[] };
  mayDecide: boolean;
  /** Requests of several plans stand beside each other. */
  withPlan: boolean;
};

/** One pending request with its reason, and the form that decides it. */
export function ExtensionRequest({ extension, mayDecide, withPlan }: ExtensionRequestProps) {
  const t = useT();
  const { report, requestedBy, requestedAt } = extension;
  const heading = `extension-${extension.id}`;
  return (
    <Card>
      <article aria-labelledby={heading} className="grid gap-5">
        <h3 id={heading} className="text-lg font-bold">
          {t('review.extension.heading', { agency: report.agencyName, period: formatPeriod(report.periodCode) })}
        </h3>
        <DefinitionList
          items={[
            ...(withPlan ? [{ term: t('review.filter.plan'), details: report.planTitle }] : []),
            { term: t('review.extension.periodDueOn'), details: formatDateWithWeekday(extension.periodDueOn) },
            {
              term: t('review.extension.proposedOn'),
              details: <strong className="font-semibold">{formatDateWithWeekday(extension.proposedOn)}</strong>,
            },
            {
              term: t('review.extension.reason'),
              details: <WrittenText text={extension.reason} className="max-w-text" />,
            },
            {
              term: t('review.extension.requestedBy'),
              details: t('review.extension.requested', { name: requestedBy, at: formatInstant(requestedAt) }),
            },
            {
              term: t('review.extension.report'),
              details: (
                <>
                  {t(`statuses.${report.status}`)}{' '}
                  <TextLink href={routes.reportReview(report.id)}>{t('review.extension.reportLink')}</TextLink>
                </>
              ),
            },
          ]}
        />
        {mayDecide && (
          <div className="no-print border-t border-line pt-5">
            <ExtensionDecisionForm
              report={report}
              proposedOn={extension.proposedOn}
              days={workingDayChoices(t, extension.days, 'deadline')}
            />
          </div>
        )}
      </article>
    </Card>
  );
}
