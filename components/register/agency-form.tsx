'use client';

import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeAgencyAction } from '@/lib/register/actions';
import type { FoundAgency } from '@/lib/register/agency/data';
import type { NamedAgency } from '@/lib/register/loaders';
import { useT } from '@/lib/text/use-division-t';
import { AgencyFields, namedFields } from './agency-fields';

const wordsOf = ({ shortName, aliases, creditCode, kind, parentId, position }: FoundAgency) => ({
  shortName,
  aliases: aliases.join('\n'),
  creditCode,
  kind,
  parentId: parentId ?? '',
  position: String(position),
});

/** Changes what the register says of an agency beside its name. */
export function AgencyForm({ agency, parents }: { agency: FoundAgency; parents: readonly NamedAgency[] }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(changeAgencyAction, { place: `register/${agency.code}` });
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('register.agency.edit')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid max-w-3xl gap-5">
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={namedFields(t, false)} />
        <DoneLine state={state}>{t('register.agency.saved')}</DoneLine>
        <input type="hidden" name="agencyId" value={agency.id} />
        <input type="hidden" name="version" value={agency.version} />
        <AgencyFields state={state} stored={wordsOf(agency)} parents={parents} isNew={false} />
        <SubmitButton className="justify-self-start">{t('register.agency.save')}</SubmitButton>
      </form>
    </details>
  );
}
