import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { ScheduledChase } from '@/lib/chasing/data';
import type { ReportEventRow } from '@/lib/review/report/data';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

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
  const { version, returnDueOn, opensOn, proposedOn, grantedOn, reasons } = detail;
  const reason = detail.reason ?? detail.note;
  return [
    version && t('review.history.version', { number: version }),
    reasons && t('review.history.reasons', { count: reasons.length }),
    returnDueOn && t('review.history.returnDueOn', { date: formatDate(returnDueOn) }),
    opensOn && t('review.history.opensOn', { date: formatDate(opensOn) }),
    proposedOn && t('review.history.proposedOn', { date: formatDate(proposedOn) }),
    grantedOn &&
      t(name === 'extension-granted' ? 'review.history.extendedTo' : 'review.history.grantedOn', {
        date: formatDate(grantedOn),
      }),
    detail.before &&
      detail.after &&
      t('review.history.movedTo', {
        before: namedDeadlineWords(t, detail.before),
        after: namedDeadlineWords(t, detail.after),
      }),
    name === 'extension-decided' && !grantedOn && t('review.history.refused'),
    reason && t('review.history.reason', { reason }),
  ].filter((words) => typeof words === 'string');
}

type HistoryItem = { key: string; at: Date; name: string; by: string; details: readonly string[] };

function itemsOf(t: Translate, events: readonly ReportEventRow[], chases: readonly ScheduledChase[]): HistoryItem[] {
  const ofEvents = events.map((event) => ({
    ...{ key: event.id, at: event.at, by: byWhom(t, event) },
    name: nameOf(t, event),
    details: detailsOf(t, event),
  }));
  const ofSchedule = chases.map(({ at, names }) => ({
    ...{ key: at.toISOString(), at, by: '' },
    name: t('review.history.chasedBySchedule'),
    details: [t('review.history.chasedNames', { names: names.join('、') })],
  }));
  return [...ofEvents, ...ofSchedule].sort((a, b) => b.at.getTime() - a.at.getTime());
}

type ReportHistoryProps = { events: readonly ReportEventRow[]; chases: readonly ScheduledChase[] };

/** The events between the agency and the division on the report and the chasing by the schedule, the latest first. */
export function ReportHistory({ events, chases }: ReportHistoryProps) {
  const t = useT();
  const items = itemsOf(t, events, chases);
  return (
    <Card>
      <SectionHeading>{t('review.history.title')}</SectionHeading>
      <ol className="grid gap-3">
        {items.map(({ key, at, name, by, details }) => (
          <li key={key} className="grid gap-0.5 border-l-2 border-accent-line pl-3 text-sm">
            <strong className="text-base font-semibold">{name}</strong>
            <span className="text-muted">
              {formatInstant(at)} {by}
            </span>
            {details.map((words) => (
              <span key={words} className="whitespace-pre-line">
                {words}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {items.length === 0 && <p className="text-muted">{t('review.history.empty')}</p>}
    </Card>
  );
}
