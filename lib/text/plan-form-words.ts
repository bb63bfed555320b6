import { type PlanForm, planFormOf } from '@/lib/domain/plan/plan-form';
import type { EntryForm } from '@/lib/domain/report/entry';
import { fieldLabel } from './entry-words';
import type { Translate } from './translator';

/** Gives a form for its desk, every field with the name that officers see. */
export function namedPlanForm(t: Translate, form: EntryForm): PlanForm {
  return planFormOf(form, (key) => fieldLabel(t, form, key));
}
