import 'server-only';
import { agencyRoles } from '@/lib/domain/authorization';
import { type NewMessage, storeNewMessages } from '@/lib/notifications/mutations';
import { routes } from '@/lib/routes';
import { portalNow } from '@/lib/server/clock';
import { formatDate } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { type AgencyChange, getAgencyChange, listCoordinators } from './data';

function wordsOf(change: AgencyChange) {
  const t = getT();
  const said = {
    on: formatDate(change.on),
    name: change.agencyName,
    before: change.before.name,
    after: change.after.name,
    successors: change.successors.map(({ name }) => name).join(t('register.separator')),
    alone: change.successors.length === 0 ? 'yes' : 'no',
  };
  const reason = t('notifications.texts.reason', { reason: change.reason });
  return {
    subject: t(`notifications.texts.${change.name}.subject`, said),
    body: `${t(`notifications.texts.${change.name}.body`, said)}\n${reason}`,
  };
}

/**
 * Notifies the officers of the agency and of its successors, and every coordinator, of a change of the register. It may run any
 * number of times.
 */
export async function notifyOfAgencyChange(eventId: string): Promise<void> {
  const change = await getAgencyChange(eventId);
  const { accountId, agencyIds, agencyCode } = change;
  const message = (to: NewMessage['to'], link: string): NewMessage => ({
    kind: 'notice',
    cause: `event/${eventId}`,
    reportId: null,
    event: { id: eventId, accountId },
    to,
    ...wordsOf(change),
    link,
  });
  const messages = [
    ...agencyIds.map((agencyId) => message({ agencyId, roles: agencyRoles }, routes.filing())),
    message({ accountIds: await listCoordinators() }, routes.registeredAgency(agencyCode)),
  ];
  await storeNewMessages(messages, await portalNow());
}
