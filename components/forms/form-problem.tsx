'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { NoticeBox } from '@/components/ui/notice-box';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { fieldError } from './field-error';

export type NamedField = { name: string; id: string; label: string };

type FormProblemProps = {
  state: FormState;
  /** The form's fields in order, so that each error links to its field. */
  fields?: readonly NamedField[];
  /** Possible next steps. */
  children?: ReactNode;
  /** Replaces the catalogue's sentence where that does not fit the form. */
  sentence?: string;
};

/** The reason why a form was not accepted, in one sentence. */
export function problemSentence(t: Translate, state: FormState): string {
  if (state.status === 'refused') return refusalSentence(t, state.refusal);
  if (state.status === 'failed' && state.reference === '') return t('filing.problem.unanswered');
  if (state.status === 'failed' && state.trouble) return t(`forms.trouble.${state.trouble}`);
  if (state.status === 'failed') return t('forms.failed', { reference: state.reference });
  return t('forms.invalid', { count: state.status === 'invalid' ? Object.keys(state.errors).length : 0 });
}

/** The reason why a form was not accepted, at its top; it takes the focus, so that nobody has to search for it. */
export function FormProblem({ state, fields = [], children, sentence }: FormProblemProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const isProblem = state.status !== 'idle' && state.status !== 'done';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same problem again is a new answer
  useEffect(() => {
    if (isProblem) box.current?.focus();
  }, [state, isProblem]);
  if (!isProblem) return null;
  const wrong = fields.filter((field) => fieldError(t, state, field.name));
  return (
    <div ref={box} tabIndex={-1} className="mb-6 scroll-mt-6">
      <NoticeBox tone="danger" title={t('filing.problem.title')} live>
        <p>{sentence ?? problemSentence(t, state)}</p>
        {wrong.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {wrong.map((field) => (
              <li key={field.name}>
                <a href={`#${field.id}`} className="link">
                  {field.label}
                </a>
                ：{fieldError(t, state, field.name)}
              </li>
            ))}
          </ul>
        )}
        {state.status === 'refused' && state.refusal.code === 'signed-out' && (
          <a href={routes.signIn()} target="_blank" rel="noreferrer" className="link">
            {t('filing.problem.signInAgain')}
          </a>
        )}
        {children}
      </NoticeBox>
    </div>
  );
}
