import 'server-only';
import { routes } from '@/lib/routes';
import { requireSession } from '@/lib/server/session/session';
import { getChannels, offeredChannels } from './data';

/** Loads the channels of the signed-in account. */
export async function loadChannels() {
  const { actor } = await requireSession(routes.channels());
  return { chosen: await getChannels(actor), offered: offeredChannels() };
}
