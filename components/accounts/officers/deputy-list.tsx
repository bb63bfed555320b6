'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/button';
import { endDeputyAction } from '@/lib/accounts/officers/deputies/actions';
import type { OfficersPage } from '@/lib/accounts/officers/loaders';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { officerName } from './officer';
import { OnBehalf } from './on-behalf';

type DeputyListProps = Pick<OfficersPage, 'deputies' | 'onBehalfOf'>;

/** Present and future deputies of the agency's approvers. */
export function DeputyList({ deputies, onBehalfOf }: DeputyListProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(endDeputyAction, {
    place: `officers/${onBehalfOf ?? 'own'}/end-deputy`,
  });
  if (deputies.length === 0) return <p className="text-muted">{t('accounts.officers.deputies.none')}</p>;
  const list = (
    <ul className="grid gap-2">
      {deputies.map(({ id, approver, deputy, fromOn, untilOn, isNow, mayEnd }) => {
        const words = t('accounts.officers.deputies.of', {
          ...{ approver: officerName(t, approver), deputy: officerName(t, deputy) },
          ...{ from: formatDate(fromOn), until: formatDate(untilOn) },
        });
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4">
            <span>{words}</span>
            {isNow && <span className="text-sm font-medium text-warning">{t('accounts.officers.deputies.now')}</span>}
            {mayEnd && (
              <Button
                type="submit"
                name="deputationId"
                value={id}
                variant="quiet"
                aria-label={t('accounts.officers.deputies.endNamed', { words })}
              >
                {t('accounts.officers.deputies.end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
  if (!deputies.some(({ mayEnd }) => mayEnd)) return list;
  return (
    <form action={action} onSubmit={onSubmit} className="grid gap-3">
      <KeptNotice kept={kept} />
      <FormProblem state={state} />
      {list}
      <OnBehalf agencyId={onBehalfOf} id="end-deputy-reason" state={state} />
    </form>
  );
}
