'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { Button } from '@/components/ui/button';
import { CheckboxField, RadioGroupField, SelectField, TextField } from '@/components/ui/field';
import { dayOffMoves, deadlineMonths, endOfDay } from '@/lib/domain/deadline/deadline';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** Milliseconds after the last key before the dates are asked for. */
const pause = 400;

type RuleFormProps = { code: string; fields: Record<string, string>; errors: Record<string, string> };

/** Asks for the page of the rule that stands in a form, once its user pauses. */
function usePreview(code: string) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (form: HTMLFormElement) => {
    const texts = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const address = `${routes.planSection(code, 'rule')}?${new URLSearchParams(texts)}` as Route;
    startTransition(() => router.replace(address, { scroll: false }));
  };
  const showSoon = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show(form), pause);
  };
  return { showSoon, isPending };
}

/**
 * A deadline rule as a form whose dates the page shows while it is edited: the server computes them from the address, so
 * that its button does the same where no scripts run.
 */
export function RuleForm({ code, fields, errors }: RuleFormProps) {
  const t = useT();
  const { showSoon, isPending } = usePreview(code);
  const state = {
    status: 'invalid' as const,
    errors: Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, [error]])),
    values: {},
  };
  const of = (name: string) => ({
    name,
    label: t(`plans.ruleForm.${name as 'nth' | 'day' | 'count' | 'month' | 'onDayOff' | 'cutoff'}`),
    error: fieldError(t, state, name),
    defaultValue: fields[name],
  });
  // A field of another kind is sent as well, so that a change of kind finds a value.
  const shownFor = (kind: string) => (fields.kind === kind ? '' : 'hidden');
  const number = { type: 'number', min: 1, className: 'max-w-28' } as const;
  return (
    <form
      action={routes.planSection(code, 'rule')}
      onChange={(event) => showSoon(event.currentTarget)}
      onInput={(event) => showSoon(event.currentTarget)}
      noValidate
      className="grid gap-5"
    >
      <RadioGroupField
        name="kind"
        legend={t('plans.ruleForm.kind')}
        options={(['nth', 'day', 'before-end'] as const).map((value) => ({
          value,
          label: t(`plans.ruleForm.kinds.${value}`),
        }))}
        defaultValue={fields.kind}
        error={fieldError(t, state, 'kind')}
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <div className={shownFor('nth')}>
          <TextField {...of('nth')} {...number} max={30} defaultValue={fields.nth ?? '5'} />
        </div>
        <div className={shownFor('day')}>
          <TextField {...of('day')} {...number} max={31} defaultValue={fields.day ?? '10'} />
        </div>
        <div className={shownFor('day')}>
          <SelectField
            {...of('month')}
            options={deadlineMonths.map((value) => ({ value, label: t(`plans.ruleForm.months.${value}`) }))}
          />
        </div>
        <div className={shownFor('day')}>
          <SelectField
            {...of('onDayOff')}
            options={dayOffMoves.map((value) => ({ value, label: t(`plans.ruleForm.moves.${value}`) }))}
          />
        </div>
        <div className={shownFor('before-end')}>
          <TextField {...of('count')} {...number} max={20} defaultValue={fields.count ?? '1'} />
        </div>
        <TextField {...of('cutoff')} hint={t('plans.faults.notAnHour', { last: endOfDay })} maxLength={5} />
      </div>
      <CheckboxField
        name="inclusive"
        label={t('plans.ruleForm.inclusive')}
        hint={t('plans.ruleForm.inclusiveHint')}
        defaultChecked={fields.inclusive === 'on'}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary">
          {t('plans.ruleForm.show')}
        </Button>
        <span role="status" className="text-sm text-muted">
          {isPending ? t('plans.ruleForm.computing') : ''}
        </span>
      </div>
    </form>
  );
}
