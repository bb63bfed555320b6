import { deadlineBasis } from '@/components/reports/deadline-basis';
import { rhythmOf } from '@/lib/domain/calendar/period';
import type { DayKind } from '@/lib/domain/calendar/working-days';
import type { ReportWithStatus } from '@/lib/filing/data';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatDateWithWeekday } from '@/lib/text/format';
import { ruleExplained } from '@/lib/text/rule-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const isWorked = (kind: DayKind) => kind === 'working_day' || kind === 'makeup_workday';

/** The period's days with numbers for those that count. */
function countedDays(report: ReportWithStatus) {
  let count = 0;
  return report.period.reasons.map((day) => ({ ...day, number: isWorked(day.kind) ? ++count : null }));
}

function laterDeadline(t: Translate, report: ReportWithStatus): string | null {
  const basis = deadlineBasis(report);
  if (basis === 'period') return null;
  return t(`filing.dueDate.${basis}`, {
    period: formatDate(report.period.dueOn),
    dueOn: deadlineWords(report.dueOn, report.period.rule),
  });
}

/** Explains the report's last day: the notice's rule, and every day that was counted or skipped. */
export function DueDateReasons({ report }: { report: ReportWithStatus }) {
  const t = useT();
  const { rule, provisional, dueOn } = report.period;
  const later = laterDeadline(t, report);
  return (
    <details className="text-sm">
      <summary className="link w-fit">{t('filing.dueDate.why')}</summary>
      <div className="mt-3 grid gap-2 border-l-2 border-accent-line pl-4">
        <p>{ruleExplained(t, rule, rhythmOf(report.periodCode))}</p>
        <ol className="grid max-w-xl gap-x-4">
          {countedDays(report).map((day) => (
            <li
              key={day.date}
              className={`grid grid-cols-[11.5em_1fr_auto] gap-x-3 border-b border-line py-1 ${day.number ? '' : 'text-muted'} ${day.date === dueOn ? 'font-semibold' : ''}`}
            >
              <span>{formatDateWithWeekday(day.date)}</span>
              <span>
                {t(`dayKinds.${day.kind}`)}
                {day.name && `（${day.name}）`}
              </span>
              <span>{day.number ? t('filing.dueDate.counted', { number: day.number }) : t('filing.dueDate.off')}</span>
            </li>
          ))}
        </ol>
        {provisional && <p>{t('filing.dueDate.provisional')}</p>}
        {later && <p className="font-medium">{later}</p>}
      </div>
    </details>
  );
}
