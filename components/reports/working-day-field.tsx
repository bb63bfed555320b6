import { controlAttributes, FieldFrame, type FieldProps } from '@/components/ui/field-frame';
import type { WorkingDayChoice } from './working-day-choices';

type WorkingDayFieldProps = FieldProps & { days: readonly WorkingDayChoice[]; defaultValue?: string };

/**
 * Chooses a last day: typed, picked from the browser's calendar, or taken from the working days that it suggests in
 * words. It works before scripts run, by keyboard, and on a phone; the server decides whether the day is worked.
 */
export function WorkingDayField({ days, defaultValue, ...field }: WorkingDayFieldProps) {
  const { id = field.name } = field;
  const suggested = `${id}-days`;
  return (
    <FieldFrame {...field}>
      <input
        type="date"
        className="control max-w-56"
        list={suggested}
        min={days[0]?.value}
        max={days.at(-1)?.value}
        defaultValue={defaultValue}
        {...controlAttributes(field)}
      />
      <datalist id={suggested}>
        {days.map(({ value, label }) => (
          <option key={value} value={value} label={label} />
        ))}
      </datalist>
    </FieldFrame>
  );
}
