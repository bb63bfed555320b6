import 'server-only';
import type { NewMessage } from '@/lib/notifications/mutations';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import type { Bundle } from './data';

/** Characters within which a digest keeps its list. */
const mostCharacters = 1_500;

/** Gives the message that repeats bundled ones for the channels beside the inbox; `at` is its hour. */
export function digestMessage({ accountId, subjects }: Bundle, at: Date): NewMessage {
  const t = getT();
  const lines = subjects.map((subject, index) => t('notifications.texts.digestLine', { number: index + 1, subject }));
  const shown = [...lines];
  while (shown.join('\n').length > mostCharacters) shown.pop();
  const list = shown.join('\n');
  const said = {
    count: subjects.length,
    list: shown.length < lines.length ? t('notifications.texts.leader.andMore', { list }) : list,
  };
  return {
    kind: 'digest',
    cause: `digest/${accountId}/${at.toISOString()}`,
    reportId: null,
    to: { accountIds: [accountId] },
    subject: t('notifications.texts.digest.subject', said),
    body: t('notifications.texts.digest.body', said),
    link: routes.messages(),
  };
}
