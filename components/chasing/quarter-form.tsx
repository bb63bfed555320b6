import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { Quarter } from '@/lib/domain/quarter';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';

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
