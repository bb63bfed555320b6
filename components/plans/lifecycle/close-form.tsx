'use client';

import { useEffect, useRef } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { PlanVersion } from '@/components/plans/settings/plan-version';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Refusal } from '@/lib/domain/refusal';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { closePlanAction } from '@/lib/plans/lifecycle/actions';
import { formatPeriod } from '@/lib/text/format';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { useT } from '@/lib/text/use-division-t';

type Question = Extract<Refusal, { code: 'plan-closing' }>;

/** Asks, with the reports that would stay open by period, whether the plan is to be closed. */
function ClosingQuestion({ question }: { question: Question }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question again is a new answer
  useEffect(() => box.current?.focus(), [question]);
  const codes = [...new Set(question.open.map(({ periodCode }) => periodCode))];
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-6">
      <NoticeBox tone="warning" title={refusalSentence(t, question)} live>
        <ul className="list-disc pl-5">
          {codes.map((code) => (
            <li key={code}>
              {t('plans.close.openOf', {
                period: formatPeriod(code),
                agencies: question.open
                  .filter(({ periodCode }) => periodCode === code)
                  .map(({ agencyName }) => agencyName)
                  .join('、'),
              })}
            </li>
          ))}
        </ul>
        <input type="hidden" name="confirmed" value="yes" />
        <div className="mt-3">
          <SubmitButton variant="danger">{t('plans.close.confirm')}</SubmitButton>
        </div>
      </NoticeBox>
    </div>
  );
}

/** Closes a plan: the first press names what is open, the second closes. */
export function CloseForm({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(closePlanAction, nothingTyped);
  const question = state.status === 'refused' && state.refusal.code === 'plan-closing' ? state.refusal : null;
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-3">
      {!question && <FormProblem state={state} />}
      <PlanVersion plan={plan} />
      <p className="text-muted">{t('plans.close.hint')}</p>
      {question ? (
        <ClosingQuestion question={question} />
      ) : (
        <SubmitButton variant="secondary">{t('plans.close.submit')}</SubmitButton>
      )}
    </form>
  );
}
