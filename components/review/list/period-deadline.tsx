'use client';

import { useTimeLeft } from '@/components/reports/countdown/use-time-left';
import { timeLeftWords, urgencyOf } from '@/components/reports/time-left-words';
import { NoticeBox } from '@/components/ui/notice-box';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { Countdown, TimeLeft } from '@/lib/domain/deadline/time-left';
import type { ReviewDesk } from '@/lib/review/loaders';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

type ListedPeriod = NonNullable<ReviewDesk['period']>;

type PeriodDeadlineProps = {
  period: ListedPeriod;
  /** Reports of this period that are not filed yet; null where the counts include other periods. */
  unfiled: number | null;
};

function sentenceOf(t: Translate, left: TimeLeft): string {
  if (left.kind === 'closed') return t('review.deadline.closed');
  return t('review.deadline.left', { left: timeLeftWords(t, left) });
}

function UnfiledWords({ unfiled }: { unfiled: number | null }) {
  const t = useT();
  if (unfiled === null) return null;
  return unfiled > 0 ? t('review.deadline.unfiled', { count: unfiled }) : t('review.deadline.allFiled');
}

function PeriodTitle({ period }: { period: ListedPeriod }) {
  const t = useT();
  return t(period.provisional ? 'review.deadline.provisional' : 'review.deadline.title', {
    period: formatPeriod(period.code),
    deadline: deadlineWords(period.dueOn, period),
  });
}

/** The time left, counted down, and the number of reports missing. */
function Running({ period, unfiled, countdown }: PeriodDeadlineProps & { countdown: Countdown }) {
  const t = useT();
  const left = useTimeLeft(countdown);
  const isUrgent = !period.provisional && urgencyOf(left) !== 'calm' && unfiled !== 0;
  return (
    <NoticeBox tone={isUrgent ? 'warning' : 'info'} title={<PeriodTitle period={period} />}>
      <p>
        <span data-time-left>{sentenceOf(t, left)}</span>
        {period.provisional && t('review.deadline.provisionalHint')}
        <UnfiledWords unfiled={unfiled} />
      </p>
    </NoticeBox>
  );
}

/** The deadline of the current period, the time left, and the number of reports missing. */
export function PeriodDeadline({ period, unfiled }: PeriodDeadlineProps) {
  const t = useT();
  if (period.countdown) return <Running period={period} unfiled={unfiled} countdown={period.countdown} />;
  return (
    <NoticeBox tone="info" title={<PeriodTitle period={period} />}>
      <p>{t('review.deadline.notOpen', { opensAt: formatDate(civilDateOf(period.opensAt)) })}</p>
    </NoticeBox>
  );
}
