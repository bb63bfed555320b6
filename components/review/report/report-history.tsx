import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { ReportEventRow } from '@/lib/review/report/data';
import { formatDate, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

function nameOf(t: Translate, { name, detail }: ReportEventRow): string {
  return name === 'report-published' && detail.kind === 'corrected'
    ? t('review.history.corrected')
    : t(`review.history.names.${name}`);
}

/** 张三（代李四） where a deputy acted for the approver. */
function byWhom(t: Translate, { by, detail }: ReportEventRow): string {
  const approver = detail.deputyOf?.displayName;
  return approver ? t('review.history.deputy', { by, approver }) : by;
}

function detailsOf(t: Translate, { name, detail }: ReportEventRow): string[] {
  const { version, returnDueOn, proposedOn, grantedOn, reasons } = detail;
  const reason = detail.reason ?? detail.note;
  return [
    version && t('review.history.version', { number: version }),
    reasons && t('review.history.reasons', { count: reasons.length }),
    returnDueOn && t('review.history.returnDueOn', { date: formatDate(returnDueOn) }),
    proposedOn && t('review.history.proposedOn', { date: formatDate(proposedOn) }),
    grantedOn &&
      t(name === 'extension-granted' ? 'review.history.extendedTo' : 'review.history.grantedOn', {
        date: formatDate(grantedOn),
      }),
    name === 'extension-decided' && !grantedOn && t('review.history.refused'),
    reason && t('review.history.reason', { reason }),
  ].filter((words) => typeof words === 'string');
}

/** The events between the agency and the division on the report, the latest first. */
export function ReportHistory({ events }: { events: readonly ReportEventRow[] }) {
  const t = useT();
  return (
    <Card>
      <SectionHeading>{t('review.history.title')}</SectionHeading>
      <ol className="grid gap-3">
        {events.map((event) => (
          <li key={event.id} className="grid gap-0.5 border-l-2 border-accent-line pl-3 text-sm">
            <strong className="text-base font-semibold">{nameOf(t, event)}</strong>
            <span className="text-muted">
              {formatInstant(event.at)} {byWhom(t, event)}
            </span>
            {detailsOf(t, event).map((words) => (
              <span key={words} className="whitespace-pre-line">
                {words}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {events.length === 0 && <p className="text-muted">{t('review.history.empty')}</p>}
    </Card>
  );
}
