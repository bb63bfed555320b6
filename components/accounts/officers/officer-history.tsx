import type { OfficerEvent } from '@/lib/accounts/officers/data';
import { formatDate, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { type NamedOfficer, officerName } from './officer';

function wordsOf(t: Translate, { name, detail }: OfficerEvent): string {
  const { role, from, to, officer, signOffRequired, approver, deputy, fromOn, untilOn } = detail;
  const named = (who: NamedOfficer | undefined) => (who ? officerName(t, who) : '');
  const roleName = role ? t(`roles.${role}`) : '';
  switch (name) {
    case 'role-handed-over':
      return t('accounts.officers.history.role-handed-over', { role: roleName, from: named(from), to: named(to) });
    case 'role-given':
      return t('accounts.officers.history.role-given', { role: roleName, to: named(to) });
    case 'role-taken':
      return t('accounts.officers.history.role-taken', { role: roleName, from: named(from) });
    case 'sign-off-set':
      return t(signOffRequired ? 'accounts.officers.history.sign-off-on' : 'accounts.officers.history.sign-off-off');
    case 'deputy-named':
    case 'deputy-ended':
      return t(`accounts.officers.history.${name}`, {
        ...{ approver: named(approver), deputy: named(deputy) },
        ...{ from: fromOn ? formatDate(fromOn) : '', until: untilOn ? formatDate(untilOn) : '' },
      });
    case 'account-moved':
      return t('accounts.officers.history.account-moved', { officer: named(officer), agency: detail.fromAgency ?? '' });
    default:
      return t(`accounts.officers.history.${name}`, { officer: named(officer) });
  }
}

/** The changes among the officers, the latest first. */
export function OfficerHistory({ events }: { events: readonly OfficerEvent[] }) {
  const t = useT();
  if (events.length === 0) return <p className="text-muted">{t('accounts.officers.history.empty')}</p>;
  return (
    <ol className="grid gap-3">
      {events.map((event) => (
        <li key={event.id} className="grid gap-0.5 border-l-2 border-accent-line pl-3">
          <span className="font-medium">{wordsOf(t, event)}</span>
          <span className="text-sm text-muted">
            {formatInstant(event.at)} {event.by || t('accounts.officers.history.operator')}
          </span>
          {event.detail.reason && (
            <span className="text-sm whitespace-pre-wrap">
              {t('accounts.officers.history.reason', { reason: event.detail.reason })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
