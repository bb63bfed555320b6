import { NoticeBox } from '@/components/ui/notice-box';
import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { fewDaysLeft } from '@/lib/domain/report/filing-light';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type PeriodDeadlineProps = {
  period: {
    code: PeriodCode;
    opensAt: Date;
    dueOn: CivilDate;
    closesAt: Date;
    provisional: boolean;
    open: boolean;
    closed: boolean;
    workingDaysLeft: number;
  };
  /** Reports of this period that are not filed yet; null where the counts include other periods. */
  unfiled: number | null;
};

function timeLeft(
  t: Translate,
  { open, opensAt, closed, provisional, workingDaysLeft }: PeriodDeadlineProps['period'],
): string {
  if (!open) return t('review.deadline.notOpen', { opensAt: formatDate(civilDateOf(opensAt)) });
  if (closed) return t('review.deadline.closed');
  if (provisional) return t('review.deadline.provisionalHint');
  if (workingDaysLeft <= 1) return t('review.deadline.lastDay');
  return t('review.deadline.left', { days: workingDaysLeft });
}

/** The deadline of the current period, the time left, and the number of reports missing. */
export function PeriodDeadline({ period, unfiled }: PeriodDeadlineProps) {
  const t = useT();
  const { code: periodCode, open, closed, provisional, workingDaysLeft } = period;
  const isUrgent = open && !provisional && (closed || workingDaysLeft <= fewDaysLeft) && unfiled !== 0;
  return (
    <NoticeBox
      tone={isUrgent ? 'warning' : 'info'}
      title={t(provisional ? 'review.deadline.provisional' : 'review.deadline.title', {
        period: formatPeriod(periodCode),
        deadline: deadlineWords(period.dueOn, period),
      })}
    >
      <p>
        {timeLeft(t, period)}
        {open &&
          unfiled !== null &&
          (unfiled > 0 ? t('review.deadline.unfiled', { count: unfiled }) : t('review.deadline.allFiled'))}
      </p>
    </NoticeBox>
  );
}
