import { type Column, DataTable } from '@/components/ui/data-table';
import type { ExtensionRow } from '@/lib/extensions/decision/data';
import { routes } from '@/lib/routes';
import { formatDate, formatInstant, formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

function outcomeWords(t: Translate, { outcome, unrequested, grantedDueOn, proposedOn }: ExtensionRow): string {
  if (!outcome || outcome === 'refused' || outcome === 'taken_back' || !grantedDueOn)
    return t('review.extension.outcomes.refused');
  if (unrequested) return t('review.extension.outcomes.unrequested', { date: formatDate(grantedDueOn) });
  const [date, proposed] = [formatDate(grantedDueOn), formatDate(proposedOn)];
  return t(`review.extension.outcomes.${outcome}`, { date, proposed });
}

const columns = (t: Translate, withPlan: boolean): Column<ExtensionRow>[] => [
  {
    key: 'agency',
    header: t('review.extension.agency'),
    isRowHeader: true,
    cell: ({ report }) => (
      <>
        <a href={routes.reportReview(report.id)} className="link">
          {t('review.extension.heading', { agency: report.agencyName, period: formatPeriod(report.periodCode) })}
        </a>
        {withPlan && <span className="block text-sm font-normal text-muted">{report.planTitle}</span>}
      </>
    ),
  },
  {
    key: 'reason',
    header: t('review.extension.anyReason'),
    cell: ({ reason, proposedOn, unrequested }) => (
      <span className="grid">
        <span className="whitespace-pre-line">{reason}</span>
        {!unrequested && (
          <span className="text-muted">{t('review.extension.shortDates', { proposed: formatDate(proposedOn) })}</span>
        )}
      </span>
    ),
  },
  {
    key: 'outcome',
    header: t('review.extension.outcome'),
    cell: (extension) => (
      <span className="grid">
        <span className="font-medium">{outcomeWords(t, extension)}</span>
        <span className="whitespace-pre-line text-muted">{extension.decisionNote}</span>
      </span>
    ),
  },
  {
    key: 'decidedAt',
    header: t('review.extension.decidedAt'),
    tight: true,
    cell: ({ decidedAt, decidedBy }) => (
      <span className="grid">
        <span>{decidedAt && formatInstant(decidedAt)}</span>
        <span className="text-muted">{decidedBy}</span>
      </span>
    ),
  },
];

type DecidedExtensionsProps = { extensions: readonly ExtensionRow[]; withPlan: boolean };

/** The last decisions, with the requests and the answers; of several plans each with its plan. */
export function DecidedExtensions({ extensions, withPlan }: DecidedExtensionsProps) {
  const t = useT();
  return (
    <DataTable
      caption={t('review.extension.decidedTitle')}
      captionHidden
      columns={columns(t, withPlan)}
      rows={extensions}
      rowKey={({ id }) => id}
    />
  );
}
