import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { DateField, RadioGroupField, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { firstDayOf, rhythms } from '@/lib/domain/calendar/period';
import { afterClosings } from '@/lib/domain/deadline/closing';
import { leadsReportings, noticeTextLimit, type PlanSettings } from '@/lib/domain/plan/plan-settings';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

const names = [
  'title',
  'code',
  'officeId',
  'issuer',
  'documentNumber',
  'issuedOn',
  'noticeText',
  'contactOffice',
  'contactPerson',
  'contactPhone',
  'firstOn',
  'lastOn',
  'rhythm',
  'firstPeriodOn',
  'leadsReporting',
  'afterClosing',
] as const;
type Name = (typeof names)[number];

/** The fields of the form in order, for the list of what is wrong. */
export const settingsFields = (t: Translate): NamedField[] =>
  names.map((name) => ({ name, id: name, label: t(`plans.fields.${name}`) }));

/** A stored setting as its field holds it. */
function storedText(settings: PlanSettings, name: Name): string {
  if (name !== 'firstPeriodOn') return settings[name];
  return settings.firstPeriod ? firstDayOf(settings.firstPeriod) : '';
}

type SettingsFieldsProps = {
  settings: PlanSettings;
  offices: readonly { id: string; name: string }[];
  state: FormState;
};

/** The settings of a plan that is not issued yet. */
export function SettingsFields({ settings, offices, state }: SettingsFieldsProps) {
  const t = useT();
  const typed = typedIn(state);
  const isTaken = state.status === 'refused' && state.refusal.code === 'plan-code-taken' ? state.refusal : null;
  const of = (name: Name) => ({
    name,
    label: t(`plans.fields.${name}`),
    error: name === 'code' && isTaken ? refusalSentence(t, isTaken) : fieldError(t, state, name),
    defaultValue: typed[name] ?? storedText(settings, name),
  });
  const radios = (name: Name) => {
    const { label: legend, ...field } = of(name);
    return { legend, ...field };
  };
  const pair = 'grid gap-5 sm:grid-cols-2';
  return (
    <div className="grid max-w-3xl gap-5">
      <TextField {...of('title')} required />
      <div className={pair}>
        <TextField {...of('code')} hint={t('plans.hints.code')} required />
        <SelectField
          {...of('officeId')}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          {...(offices.length === 1 ? {} : { emptyOption: t('plans.hints.chooseOffice') })}
          required
        />
        <TextField {...of('issuer')} required />
        <TextField {...of('documentNumber')} />
        <DateField {...of('issuedOn')} required />
      </div>
      <TextAreaField {...of('noticeText')} hint={t('plans.hints.noticeText')} limit={noticeTextLimit} rows={6} />
      <div className={pair}>
        <TextField {...of('contactOffice')} required />
        <TextField {...of('contactPerson')} />
        <TextField {...of('contactPhone')} />
      </div>
      <div className={pair}>
        <DateField {...of('firstOn')} required />
        <DateField {...of('lastOn')} required />
      </div>
      <RadioGroupField
        {...radios('rhythm')}
        options={rhythms.map((value) => ({ value, label: t(`plans.rhythms.${value}`) }))}
        required
      />
      <DateField {...of('firstPeriodOn')} hint={t('plans.hints.firstPeriodOn')} />
      <RadioGroupField
        {...radios('leadsReporting')}
        options={leadsReportings.map((value) => ({ value, label: t(`plans.leadsReporting.${value}`) }))}
        required
      />
      <RadioGroupField
        {...radios('afterClosing')}
        options={afterClosings.map((value) => ({ value, label: t(`plans.afterClosing.${value}`) }))}
        required
      />
    </div>
  );
}
