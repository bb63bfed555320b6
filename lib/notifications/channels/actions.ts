'use server';
import { routes } from '@/lib/routes';
import { channelsSchema } from '@/lib/schemas/channels';
import type { FormState } from '@/lib/schemas/form-state';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { setChannels } from './mutations';

const setChannelsForm = formAction(
  channelsSchema,
  (input, { actor, address }) => setChannels(actor, input, address),
  () => comeBackTo(`${routes.channels()}?done=yes`),
);

/** Sets the channels by which the signed-in account is notified. */
export async function setChannelsAction(previous: FormState, formData: FormData): Promise<FormState> {
  return setChannelsForm(previous, formData);
}
