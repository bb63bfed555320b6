import { controlAttributes, FieldFrame, type FieldProps } from '@/components/ui/field-frame';
import { useT } from '@/lib/text/use-t';
import type { WorkingDayChoice } from './working-day-choices';

type WorkingDayFieldProps = FieldProps & { days: readonly WorkingDayChoice[]; defaultValue?: string };

/**
 * Chooses a last day among working days only, grouped by month. A native select works before scripts run, by keyboard,
 * and on a phone. A default outside the choices is dropped, because the server has refused it.
 */
export function WorkingDayField({ days, defaultValue, ...field }: WorkingDayFieldProps) {
  const t = useT();
  const chosen = days.some(({ value }) => value === defaultValue) ? defaultValue : '';
  const months = [...new Set(days.map(({ month }) => month))];
  return (
    <FieldFrame {...field}>
      {/* React resets a select to its first default after an action; the key makes the new default the first one. */}
      <select key={chosen} className="control max-w-lg" defaultValue={chosen} {...controlAttributes(field)}>
        <option value="">{t('calendar.days.choose')}</option>
        {months.map((name) => (
          <optgroup key={name} label={name}>
            {days
              .filter(({ month }) => month === name)
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
