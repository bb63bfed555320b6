'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { discardImportAction, undoEditAction } from '@/lib/plans/import/actions';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** Takes back the last change, whoever made it. */
export function UndoForm({ id, lastAct }: Pick<PlanImportPreview, 'id' | 'lastAct'>) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(undoEditAction, nothingTyped);
  if (!lastAct) return null;
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="flex flex-wrap items-center gap-3">
      <FormProblem state={state} />
      <input type="hidden" name="importId" value={id} />
      <input type="hidden" name="acts" value={lastAct.count} />
      <SubmitButton variant="secondary">{t('imports.preview.undo')}</SubmitButton>
      <span className="text-sm text-muted">
        {t('imports.preview.lastAct', { by: lastAct.by, at: formatInstant(lastAct.at) })}
      </span>
    </form>
  );
}

/** Gives up the file, after its form was opened on purpose. */
export function DiscardForm({ id }: Pick<PlanImportPreview, 'id'>) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(discardImportAction, nothingTyped);
  return (
    <details>
      <summary className="link cursor-pointer">{t('imports.preview.discard')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-3 grid justify-items-start gap-3">
        <FormProblem state={state} />
        <p>{t('imports.preview.discardQuestion')}</p>
        <input type="hidden" name="importId" value={id} />
        <SubmitButton variant="danger">{t('imports.preview.discard')}</SubmitButton>
      </form>
    </details>
  );
}
