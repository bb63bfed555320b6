import { SectionHeading } from '@/components/ui/section-heading';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { ReportWithStatus } from '@/lib/filing/data';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDateWithWeekday, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type LaterReport = ReportWithStatus & { isProvisional: boolean };

/** Future periods, with the day on which each opens. */
export function LaterPeriods({ reports, level }: { reports: readonly LaterReport[]; level: 2 | 3 }) {
  const t = useT();
  if (reports.length === 0) return null;
  return (
    <section>
      <SectionHeading level={level}>{t('filing.desk.later')}</SectionHeading>
      <ul className="card ruled">
        {reports.map((report) => (
          <li key={report.id} className="grid gap-x-6 px-5 py-3 md:grid-cols-[9em_17em_1fr]">
            <span className="font-medium">{formatPeriod(report.periodCode)}</span>
            <span>{t('filing.desk.opensOn', { date: formatDateWithWeekday(civilDateOf(report.opensAt)) })}</span>
            <span className="text-muted">
              {t(report.isProvisional ? 'filing.desk.dueOnProvisional' : 'filing.desk.dueOn', {
                deadline: deadlineWords(report.dueOn, report.period.rule),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
