'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { CheckboxField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  addressField,
  type ChannelAddresses,
  type DeliveryChannel,
  deliveryChannels,
  mayChoose,
  type OfferedChannels,
} from '@/lib/domain/chasing/delivery';
import { setChannelsAction } from '@/lib/notifications/actions';
import { isTicked, typedIn } from '@/lib/schemas/form-state';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type ChannelsFormProps = {
  chosen: ChannelAddresses & { channels: readonly DeliveryChannel[]; hasSecret: boolean };
  offered: OfferedChannels;
};

const kinds = { mail: 'email', webhook: 'url', sms: 'tel' } as const;

function hintOf(t: Translate, channel: DeliveryChannel, offered: ChannelsFormProps['offered']): string | undefined {
  if (channel === 'webhook') return t('channels.webhookHint');
  return offered[channel] ? undefined : t(`channels.off.${channel}`);
}

/** Chooses the channels of notification beside the inbox, with their addresses. */
export function ChannelsForm({ chosen, offered }: ChannelsFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(setChannelsAction, { place: 'channels' });
  const typed = typedIn(state);
  const labels = {
    mailAddress: t('channels.mailAddress'),
    webhookUrl: t('channels.webhookUrl'),
    webhookSecret: t('channels.webhookSecret'),
    phone: t('channels.phone'),
  };
  return (
    <form action={action} onSubmit={onSubmit} noValidate>
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={Object.entries(labels).map(([name, label]) => ({ name, id: name, label }))} />
      <fieldset className="grid gap-5">
        <legend className="mb-3 font-medium">{t('channels.ways')}</legend>
        {deliveryChannels.map((channel) => {
          const name = addressField[channel];
          return (
            <div key={channel} className="grid gap-2">
              <CheckboxField
                label={t(`channels.${channel}`)}
                name="channels"
                id={`channel-${channel}`}
                value={channel}
                disabled={!mayChoose(channel, { offered, chosen: chosen.channels })}
                defaultChecked={isTicked(
                  state,
                  { name: 'channels', value: channel },
                  chosen.channels.includes(channel),
                )}
              />
              <TextField
                label={labels[name]}
                name={name}
                type={kinds[channel]}
                hint={hintOf(t, channel, offered)}
                error={fieldError(t, state, name)}
                defaultValue={typed[name] ?? chosen[name]}
              />
              {channel === 'webhook' && (
                <TextField
                  label={labels.webhookSecret}
                  name="webhookSecret"
                  type="password"
                  autoComplete="off"
                  hint={t('channels.webhookSecretHint', { stored: chosen.hasSecret ? 'yes' : 'no' })}
                  error={fieldError(t, state, 'webhookSecret')}
                />
              )}
            </div>
          );
        })}
      </fieldset>
      <div className="mt-5">
        <SubmitButton>{t('channels.save')}</SubmitButton>
      </div>
    </form>
  );
}
