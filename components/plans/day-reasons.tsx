import { DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import type { DayReason } from '@/lib/domain/deadline/deadline';
import { formatDateWithWeekday } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type CountedDay = DayReason & { number: number | null };

/** Each day with its number among the working days, null for a skipped one. */
function countedDays(reasons: readonly DayReason[]): CountedDay[] {
  let count = 0;
  return reasons.map((day) => {
    const isWorked = day.kind === 'working_day' || day.kind === 'makeup_workday';
    if (isWorked) count += 1;
    return { ...day, number: isWorked ? count : null };
  });
}

/** A name that contains the kind is shown alone: 国庆节调休上班. */
function kindWords(t: Translate, { kind, name }: DayReason): string {
  const words = t(`dayKinds.${kind}`);
  return name.includes(words) ? name : `${words}${name && `（${name}）`}`;
}

type DayReasonsProps = { reasons: readonly DayReason[]; dueOn: string; caption: string };

/** Explains a period's last day: every day from the one at which counting begins, counted or skipped. */
export function DayReasons({ reasons, dueOn, caption }: DayReasonsProps) {
  const t = useT();
  const counted = (day: CountedDay) =>
    day.number === null ? (
      <span className="text-muted">{t('public.deadlines.notCounted')}</span>
    ) : (
      t('public.deadlines.counted', { number: day.number })
    );
  return (
    <DataTable<CountedDay>
      caption={t('public.deadlines.reasonsCaption', { period: caption })}
      captionHidden
      isNarrow
      rows={countedDays(reasons)}
      rowKey={(day) => day.date}
      columns={[
        {
          key: 'date',
          header: t('public.deadlines.date'),
          isRowHeader: true,
          cell: (day) => formatDateWithWeekday(day.date),
        },
        {
          key: 'kind',
          header: t('public.deadlines.kind'),
          cell: (dayReason) => kindWords(t, dayReason),
        },
        {
          key: 'count',
          header: t('public.deadlines.count'),
          cell: (day) => (
            <span className="flex flex-wrap gap-x-4">
              {counted(day)}
              {day.date === dueOn && <Light tone="blue">{t('public.deadlines.due')}</Light>}
            </span>
          ),
        },
      ]}
    />
  );
}
