'use server';
import { routes } from '@/lib/routes';
import { channelsSchema } from '@/lib/schemas/channels';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { setChannels } from './mutations';

/** Sets the channels by which the signed-in account is notified. */
export const setChannelsAction = formAction(
  channelsSchema,
  (input, { actor, address }) => setChannels(actor, input, address),
  { done: () => comeBackTo(`${routes.channels()}?done=yes`) },
);
