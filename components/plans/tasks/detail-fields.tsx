import { fieldError } from '@/components/forms/field-error';
import { CheckboxField, DateField, SelectField, TextField } from '@/components/ui/field';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { IndicatorFacts, MilestoneFacts, TaskFacts } from '@/lib/domain/plan/task';
import { type FormState, isTicked, typedIn } from '@/lib/schemas/form-state';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** Gives the attributes of a field of a row: its name, and what was typed or is stored. */
function useRowField(state: FormState, row: string) {
  const t = useT();
  return (name: string, label: string, stored: string | number | null | undefined) => ({
    name: `${row}.${name}`,
    id: `${row}.${name}`,
    label,
    defaultValue: typedIn(state)[`${row}.${name}`] ?? String(stored ?? ''),
    error: fieldError(t, state, `${row}.${name}`),
  });
}

type IndicatorRowProps = {
  state: FormState;
  index: number;
  indicator: IndicatorFacts | undefined;
  periods: readonly PeriodCode[];
};

function IndicatorRow({ state, index, indicator, periods }: IndicatorRowProps) {
  const t = useT();
  const row = `indicators[${index}]`;
  const of = useRowField(state, row);
  const cumulative = `${row}.cumulative`;
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="float-left mb-2 font-medium">{t('tasks.indicator.legend', { number: index + 1 })}</legend>
      <div className="clear-both grid items-end gap-4 md:grid-cols-4">
        <TextField {...of('name', t('tasks.indicator.name'), indicator?.name)} />
        <TextField {...of('unit', t('tasks.indicator.unit'), indicator?.unit)} />
        <TextField {...of('baseline', t('tasks.indicator.baseline'), indicator?.baseline)} inputMode="decimal" />
        <TextField {...of('target', t('tasks.indicator.target'), indicator?.target)} inputMode="decimal" />
        {periods.map((code) => (
          <TextField
            key={code}
            {...of(
              `periodTargets.${code}`,
              t('tasks.indicator.period', { period: formatPeriod(code) }),
              indicator?.periodTargets[code],
            )}
            inputMode="decimal"
          />
        ))}
        <SelectField
          {...of('better', t('tasks.indicator.better'), indicator?.better ?? 'up')}
          options={(['up', 'down'] as const).map((value) => ({ value, label: t(`tasks.indicator.${value}`) }))}
        />
        <CheckboxField
          name={cumulative}
          id={cumulative}
          label={t('tasks.indicator.cumulative')}
          defaultChecked={isTicked(state, { name: cumulative }, indicator?.cumulative ?? true)}
        />
      </div>
    </fieldset>
  );
}

function MilestoneRow({
  state,
  index,
  milestone,
}: {
  state: FormState;
  index: number;
  milestone: MilestoneFacts | undefined;
}) {
  const t = useT();
  const of = useRowField(state, `milestones[${index}]`);
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="float-left mb-2 font-medium">{t('tasks.milestone.legend', { number: index + 1 })}</legend>
      <div className="clear-both grid items-end gap-4 md:grid-cols-2">
        <TextField {...of('name', t('tasks.milestone.name'), milestone?.name)} />
        <DateField {...of('dueOn', t('tasks.milestone.dueOn'), milestone?.dueOn)} />
      </div>
    </fieldset>
  );
}

const places = (stored: number, blank: number) => Array.from({ length: stored + blank }, (_, index) => index);

type DetailFieldsProps = { state: FormState; facts: TaskFacts | undefined; periods: readonly PeriodCode[] };

/** The indicators and milestones of a task, with blank rows behind them. */
export function DetailFields({ state, facts, periods }: DetailFieldsProps) {
  const t = useT();
  const { indicators = [], milestones = [] } = facts ?? {};
  return (
    <details open={indicators.length + milestones.length > 0 || state.status === 'invalid'}>
      <summary className="link w-fit">{t('tasks.forms.details')}</summary>
      <div className="mt-4 grid gap-5">
        {places(indicators.length, 1).map((index) => (
          <IndicatorRow key={index} state={state} index={index} indicator={indicators[index]} periods={periods} />
        ))}
        {places(milestones.length, 2).map((index) => (
          <MilestoneRow key={index} state={state} index={index} milestone={milestones[index]} />
        ))}
      </div>
    </details>
  );
}
