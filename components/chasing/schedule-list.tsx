import { type ScheduleStep, scheduleHour } from '@/lib/domain/chasing/chasing';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const nameOf = (t: Translate, recipient: ScheduleStep['to'][number]) => t(`roles.${recipient}`);

/** The chasing schedule of a plan, step by step, with recipients and days. */
export function ScheduleList({ schedule }: { schedule: readonly ScheduleStep[] }) {
  const t = useT();
  return (
    <div>
      <ul className="list-disc pl-5">
        {schedule.map(({ when, days, to }) => (
          <li key={`${when}-${days}`}>
            {t(`chasing.schedule.${when}`, { days, people: to.map((recipient) => nameOf(t, recipient)).join('、') })}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('chasing.schedule.hour', { hour: scheduleHour })}</p>
    </div>
  );
}
