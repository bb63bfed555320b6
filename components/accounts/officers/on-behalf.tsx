import type { ReactNode } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { buttonClass } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { officersReasonLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';

type OnBehalfProps = {
  /** The agency for which the coordinator acts; null for an officer, who acts on the own agency. */
  agencyId: string | null;
  id: string;
  state: FormState;
};

/** The fields that a form has in addition where the coordinator acts for an agency. */
export const onBehalfFields = (agencyId: string | null) => (agencyId ? (['reason'] as const) : []);

/** The agency, and the reason, which is recorded. */
export function OnBehalf({ agencyId, id, state }: OnBehalfProps) {
  const t = useT();
  if (!agencyId) return null;
  return (
    <>
      <input type="hidden" name="agencyId" value={agencyId} />
      <TextAreaField
        label={t('accounts.officers.fields.reason')}
        hint={t('accounts.officers.reasonHint')}
        name="reason"
        id={id}
        required
        rows={2}
        limit={officersReasonLimit}
        defaultValue={typedIn(state).reason}
        error={fieldError(t, state, 'reason')}
      />
    </>
  );
}

/** Folds the fields of the coordinator away, who changes something seldom; an officer's own are always open. */
export function OnBehalfFold({ agencyId, state, children }: Omit<OnBehalfProps, 'id'> & { children: ReactNode }) {
  const t = useT();
  if (!agencyId) return children;
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('accounts.officers.onBehalfOpen')}</summary>
      <div className="mt-3 grid max-w-3xl gap-3">{children}</div>
    </details>
  );
}
