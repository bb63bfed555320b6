import 'server-only';
import { cache } from 'react';
import { noticeForm } from '@/lib/domain/report/entry';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { getFormOfPlan } from '@/lib/server/database/stored-form';
import { isFormInUse } from './data';

/** Loads the form of a plan for its desk, and whether the visitor may change it now. */
export const loadPlanForm = cache(async (code: string) => {
  const { plan, commands } = await loadPlanOfDesk(code);
  const [form, isInUse] = await Promise.all([getFormOfPlan(code), isFormInUse(plan.id)]);
  return {
    plan,
    form,
    isOwn: form !== noticeForm,
    isInUse,
    mayChange: commands.includes('change-form') && !isInUse,
  };
});
