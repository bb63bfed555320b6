'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { deleteGroupAction } from '@/lib/register/groups/actions';
import { useT } from '@/lib/text/use-division-t';

/** Deletes a group, after it was opened. */
export function GroupDeletion({ name }: { name: string }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(deleteGroupAction, nothingTyped);
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('quiet')}>{t('register.groupsPage.delete')}</summary>
      <form action={action} onSubmit={onSubmit} className="mt-3">
        <FormProblem state={state} />
        <input type="hidden" name="name" value={name} />
        <SubmitButton variant="danger">{t('register.groupsPage.deleteNamed', { name })}</SubmitButton>
      </form>
    </details>
  );
}
