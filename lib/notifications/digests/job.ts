import 'server-only';
import { latestDigest } from '@/lib/domain/chasing/announcements';
import { storeNewMessages } from '@/lib/notifications/mutations';
import { portalNow } from '@/lib/server/clock';
import { listBundles } from './data';
import { digestMessage } from './digest-text';

/**
 * Sends what came in many messages at once over the channels beside the inbox, a few times a day by the portal's clock.
 * It may run any number of times, also concurrently.
 */
export async function sendDigests(): Promise<void> {
  const at = latestDigest(await portalNow());
  const bundles = await listBundles(at);
  const messages = bundles.map((bundle) => digestMessage(bundle, at));
  await storeNewMessages(messages, at);
}
