'use client';

import { useTimeLeft } from '@/components/reports/countdown/use-time-left';
import { deadlineBasis } from '@/components/reports/deadline-basis';
import { timeLeftWords, urgencyOf } from '@/components/reports/time-left-words';
import type { Countdown } from '@/lib/domain/deadline/time-left';
import type { DeskReport } from '@/lib/filing/desk/desk';
import { deadlineWords } from '@/lib/text/deadline-words';
import { useT } from '@/lib/text/use-t';

const appearances = {
  calm: 'border-accent bg-accent-soft text-accent-strong',
  soon: 'border-warning bg-warning-soft text-warning',
  gone: 'border-danger bg-danger-soft text-danger',
};

/** The last day in force, and its basis: an extension, a return, a provisional calendar. */
export function DueDate({ report }: { report: DeskReport }) {
  const t = useT();
  const basis = deadlineBasis(report);
  const marks = [
    ...(report.isProvisional ? [t('filing.dueDate.provisionalMark')] : []),
    ...(basis === 'period' ? [] : [t(`filing.dueDate.${basis}Mark`)]),
  ];
  return (
    <>
      <strong className="font-semibold text-ink">{deadlineWords(report.dueOn, report.period.rule)}</strong>
      {marks.map((mark) => (
        <span key={mark} className="ml-2 text-sm font-medium text-warning">
          {mark}
        </span>
      ))}
    </>
  );
}

/** The most important fact on the last afternoon: the time left, counted down, and the deadline. */
export function DueHeadline({ report, countdown }: { report: DeskReport; countdown: Countdown }) {
  const t = useT();
  const left = useTimeLeft(countdown);
  return (
    <div
      className={`flex flex-wrap items-baseline gap-x-6 gap-y-1 rounded-md border-l-4 px-4 py-3 ${appearances[urgencyOf(left)]}`}
    >
      <p data-time-left className="text-lg font-bold sm:text-2xl">
        {timeLeftWords(t, left)}
      </p>
      <p className="text-ink">
        {t('filing.facts.dueOn')}：<DueDate report={report} />
      </p>
    </div>
  );
}
