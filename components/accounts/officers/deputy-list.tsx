'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/button';
import { endDeputyAction } from '@/lib/accounts/officers/deputies/actions';
import type { OfficersPage } from '@/lib/accounts/officers/loaders';
import { formatDate } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { officerName } from './officer';
import { OnBehalf, OnBehalfFold } from './on-behalf';

type Deputation = OfficersPage['deputies'][number];

type DeputyListProps = Pick<OfficersPage, 'deputies' | 'onBehalfOf'>;

function deputationWords(t: Translate, { approver, deputy, fromOn, untilOn }: Deputation): string {
  return t('accounts.officers.deputies.of', {
    ...{ approver: officerName(t, approver), deputy: officerName(t, deputy) },
    ...{ from: formatDate(fromOn), until: formatDate(untilOn) },
  });
}

function EndButton({ deputation, isNamed }: { deputation: Deputation; isNamed: boolean }) {
  const t = useT();
  const name = t('accounts.officers.deputies.endNamed', { words: deputationWords(t, deputation) });
  return (
    <Button type="submit" name="deputationId" value={deputation.id} variant="quiet" aria-label={name}>
      {isNamed ? name : t('accounts.officers.deputies.end')}
    </Button>
  );
}

/** Present and future deputies of the agency's approvers. */
export function DeputyList({ deputies, onBehalfOf }: DeputyListProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(endDeputyAction, {
    place: `officers/${onBehalfOf ?? 'own'}/end-deputy`,
  });
  if (deputies.length === 0) return <p className="text-muted">{t('accounts.officers.deputies.none')}</p>;
  const ended = deputies.filter(({ mayEnd }) => mayEnd);
  return (
    <form action={action} onSubmit={onSubmit} className="grid gap-3">
      <KeptNotice kept={kept} />
      <FormProblem state={state} />
      <ul className="grid gap-2">
        {deputies.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-4">
            <span>{deputationWords(t, each)}</span>
            {each.isNow && (
              <span className="text-sm font-medium text-warning">{t('accounts.officers.deputies.now')}</span>
            )}
            {each.mayEnd && !onBehalfOf && <EndButton deputation={each} isNamed={false} />}
          </li>
        ))}
      </ul>
      {onBehalfOf && ended.length > 0 && (
        <OnBehalfFold agencyId={onBehalfOf} state={state}>
          <OnBehalf agencyId={onBehalfOf} id="end-deputy-reason" state={state} />
          {ended.map((each) => (
            <EndButton key={each.id} deputation={each} isNamed />
          ))}
        </OnBehalfFold>
      )}
    </form>
  );
}
