import 'server-only';
import { requireSession } from '@/lib/server/session/session';
import { getChannels, offeredChannels } from './data';

/** Loads the channels of the signed-in account. */
export async function loadChannels() {
  const { actor } = await requireSession();
  return { chosen: await getChannels(actor), offered: offeredChannels() };
}
