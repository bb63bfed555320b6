import 'server-only';
import { routes } from '@/lib/routes';
import { requireSession } from '@/lib/server/session/session';
import { getChannels, offeredChannels } from './data';

/** By which ways whoever is signed in is told. */
export async function loadChannels() {
  const { actor } = await requireSession(routes.channels());
  return { chosen: await getChannels(actor), offered: offeredChannels() };
}
