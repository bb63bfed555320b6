import 'server-only';
import type { NewMessage } from '@/lib/notifications/mutations';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import type { Bundle } from './data';

/** Characters within which a digest keeps its list. */
const mostCharacters = 1_500;

/** A message that names others, for the channels beside the inbox. */
function bundleMessage({ accountId, subjects }: Bundle, name: 'digest' | 'ofDay', cause: string): NewMessage {
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
    cause,
    reportId: null,
    to: { accountIds: [accountId] },
    subject: t(`notifications.texts.${name}.subject`, said),
    body: t(`notifications.texts.${name}.body`, said),
    link: routes.messages(),
  };
}

/** Gives the message that repeats bundled ones for the channels beside the inbox; `at` is its hour. */
export function digestMessage(bundle: Bundle, at: Date): NewMessage {
  return bundleMessage(bundle, 'digest', `digest/${bundle.accountId}/${at.toISOString()}`);
}

/** Gives the one message of a day that names everything of which dates remind an account, over all plans; `at` is its time. */
export function dayMessage(bundle: Bundle, at: Date): NewMessage {
  return bundleMessage(bundle, 'ofDay', `day/${bundle.accountId}/${at.toISOString()}`);
}
