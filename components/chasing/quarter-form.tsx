import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { routes } from '@/lib/routes';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

type QuarterFormProps = { plan: string; quarter: Quarter; quarters: readonly Quarter[] };

/** Chooses the quarter of the list; works without scripts. */
export function QuarterForm({ plan, quarter, quarters }: QuarterFormProps) {
  return (
    <form action={routes.chasing()} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="plan" value={plan} />
      <SelectField
        label={t('chasing.quarter')}
        name="quarter"
        defaultValue={quarter}
        options={quarters.map((each) => ({ value: each, label: formatQuarter(each) }))}
      />
      <Button type="submit" variant="secondary">
        {t('chasing.filter')}
      </Button>
    </form>
  );
}
