import { userNameLength } from '@/lib/domain/accounts/officers';
import { stepDays } from '@/lib/domain/chasing/chasing';
import { endOfDay } from '@/lib/domain/deadline/deadline';
import type { FormState } from '@/lib/schemas/form-state';
import type { Translate } from '@/lib/text/translator';

const sentences = {
  required: 'forms.required',
  'too-long': 'forms.too-long',
  'not-a-date': 'forms.not-a-date',
  'not-a-decimal': 'forms.not-a-decimal',
  'not-a-user-name': 'accounts.officers.fields.userNameHint',
  'not-a-mail-address': 'channels.notA.mailAddress',
  'not-a-web-address': 'channels.notA.webhookUrl',
  'not-a-phone': 'channels.notA.phone',
  'not-a-step-day': 'chasing.schedule.notADay',
  'step-twice': 'chasing.schedule.twice',
  'not-a-credit-code': 'forms.not-a-credit-code',
  'not-an-agency-code': 'forms.not-an-agency-code',
  'not-a-place': 'forms.not-a-place',
  'nobody-ticked': 'chasing.form.nobodyTicked',
  'not-a-plan-code': 'plans.hints.code',
  'ends-before-it-begins': 'plans.faults.endsBefore',
  'too-many-periods': 'plans.faults.tooManyPeriods',
  'outside-the-plan': 'plans.faults.outside',
  'not-a-number': 'plans.faults.notANumber',
  'not-task-numbers': 'tasks.forms.othersHint',
  'name-twice': 'planForm.desk.faults.nameTwice',
  'section-limit-outside': 'planForm.desk.faults.limit',
  'too-many-sections': 'planForm.desk.faults.tooMany',
  'not-an-hour': 'plans.faults.notAnHour',
} as const;

/** The bounds that a sentence names: they stand with the law, not in the catalogue. */
const bounds = {
  'not-a-user-name': userNameLength,
  'not-a-step-day': stepDays,
  'not-an-hour': { last: endOfDay },
} as const;

const isBound = (code: string): code is keyof typeof bounds => code in bounds;

/** Gives the error of one field after an invalid submission, in words. */
export function fieldError(t: Translate, state: FormState, name: string): string | undefined {
  const code = state.status === 'invalid' ? state.errors[name]?.[0] : undefined;
  if (!code) return undefined;
  if (isBound(code)) return t(sentences[code], bounds[code]);
  return t(sentences[code as Exclude<keyof typeof sentences, keyof typeof bounds>] ?? 'forms.not-valid');
}
