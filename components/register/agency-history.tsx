import type { RegisterEvent } from '@/lib/register/agency/data';
import { formatDate, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { isFactName } from './fact-names';

function fieldsOf(t: Translate, { detail }: RegisterEvent): string {
  const names = Object.keys(detail.after ?? {}).filter(isFactName);
  return names.map((name) => t(`register.fields.${name}`)).join(t('register.separator'));
}

/** An act on the register in words. */
function eventWords(t: Translate, event: RegisterEvent, agencyId: string): string {
  const { name, detail } = event;
  const said = {
    on: detail.on ? formatDate(detail.on) : '',
    name: detail.name ?? '',
    successors: (detail.successors ?? []).map((each) => each.name).join(t('register.separator')),
    tasks: detail.tasks ?? 0,
  };
  switch (name) {
    case 'agency-changed':
      return t('register.events.agency-changed', { fields: fieldsOf(t, event) });
    case 'agency-renamed':
      return t('register.events.agency-renamed', {
        ...said,
        before: String(detail.before?.name ?? ''),
        after: String(detail.after?.name ?? ''),
      });
    case 'agency-abolished':
      return t(`register.events.${said.successors === '' ? 'agency-abolished' : 'agency-abolished-to'}`, said);
    case 'agencies-imported':
      return t(`register.events.${detail.added?.includes(agencyId) ? 'agencies-imported-new' : 'agencies-imported'}`);
    default:
      return t(`register.events.${name}`, said);
  }
}

/** The acts on an agency's entry, the latest first. */
export function AgencyHistory({ events, agencyId }: { events: readonly RegisterEvent[]; agencyId: string }) {
  const t = useT();
  if (events.length === 0) return <p className="text-muted">{t('register.agency.noHistory')}</p>;
  return (
    <ol className="grid gap-3">
      {events.map((event) => (
        <li key={event.id} className="grid gap-x-4 sm:grid-cols-[13rem_1fr]">
          <span className="text-sm text-muted">
            {formatInstant(event.at)}
            {event.by && <span className="ml-2">{event.by}</span>}
          </span>
          <span>
            {eventWords(t, event, agencyId)}
            {event.detail.reason && (
              <span className="block text-sm text-muted">
                {t('register.events.reason', { reason: event.detail.reason })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
