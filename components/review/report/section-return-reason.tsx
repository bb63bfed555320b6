'use client';

import { fieldError } from '@/components/forms/field-error';
import type { Section } from '@/lib/domain/report/entry';
import { typedIn } from '@/lib/schemas/form-state';
import { fieldLabel } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-division-t';
import { reasonName } from './return-reason-names';
import { ReasonField, useReturnForm } from './return-reasons';

type SectionReturnReasonProps = { index: number; taskId: string; taskCode: string; section: Section };

/** The field for the correction required in one section; collapsed until needed. */
export function SectionReturnReason(props: SectionReturnReasonProps) {
  const t = useT();
  const { entryForm, state } = useReturnForm();
  const name = `${reasonName(entryForm, props.index, props.section)}.text`;
  const isOpen = (typedIn(state)[name] ?? '') !== '' || fieldError(t, state, name) !== undefined;
  return (
    <details open={isOpen} className="no-print">
      <summary className="link w-fit text-sm">
        {t('review.decision.sectionReason')}
        <span className="sr-only">{fieldLabel(t, entryForm, props.section)}</span>
      </summary>
      <div className="mt-2">
        <ReasonField {...props} />
      </div>
    </details>
  );
}
