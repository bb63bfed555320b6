import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';

type PeriodFormProps = { address: Route; plan: string; periodCode: PeriodCode; periodCodes: readonly PeriodCode[] };

/** Chooses the period of the list; works without scripts. */
export function PeriodForm({ address, plan, periodCode, periodCodes }: PeriodFormProps) {
  const t = useT();
  return (
    <form action={address} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="plan" value={plan} />
      <SelectField
        label={t('chasing.period', rhythmWords(t, rhythmOf(periodCode)))}
        name="quarter"
        defaultValue={periodCode}
        options={periodCodes.map((each) => ({ value: each, label: formatPeriod(each) }))}
      />
      <Button type="submit" variant="secondary">
        {t('chasing.filter')}
      </Button>
    </form>
  );
}
