'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import { channelsSchema } from '@/lib/schemas/channels';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/action';
import { setChannels } from './mutations';

const setChannelsForm = formAction(
  channelsSchema,
  (input, { actor, address }) => setChannels(actor, input, address),
  () => redirect(`${routes.channels()}?done=yes` as Route),
);

/** Sets by which ways one is told. */
export async function setChannelsAction(previous: FormState, formData: FormData): Promise<FormState> {
  return setChannelsForm(previous, formData);
}
