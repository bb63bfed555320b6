import { z } from 'zod';
import { addressField, deliveryChannels } from '@/lib/domain/chasing/delivery';

/** Accepts input in any form, including the full-width digits and letters of a Chinese keyboard. */
const typed = z.string().normalize('NFKC').trim();

const optional = (form: z.ZodType<string, string>) =>
  z.union([z.literal(''), typed.pipe(form)], { error: 'not-valid' }).default('');

/** Mobile phones of the mainland have eleven digits; others are written with their country code. */
const mobilePhone = /^(1[3-9]\d{9}|\+\d[\d-]{6,17})$/;

const fields = z.object({
  channels: z
    .array(z.enum(deliveryChannels, { error: 'not-valid' }))
    .max(3)
    .default([]),
  mailAddress: optional(z.email('not-a-mail-address').max(200, 'too-long')),
  webhookUrl: optional(z.url({ protocol: /^https?$/, error: 'not-a-web-address' }).max(500, 'too-long')),
  /** If empty, the stored secret for the same address is kept. */
  webhookSecret: optional(
    z
      .string()
      .max(200, 'too-long')
      .regex(/^[!-~]+$/),
  ),
  phone: optional(z.string().regex(mobilePhone, 'not-a-phone')),
});

/**
 * The channels beside the inbox by which an account is notified, with their addresses. A chosen channel needs its
 * address, which is asked for beside whatever else is wrong.
 */
export const channelsSchema = deliveryChannels.reduce((schema, channel) => {
  const field = addressField[channel];
  const isThere = (input: z.output<typeof fields>) => !input.channels.includes(channel) || input[field] !== '';
  return schema.refine(isThere, { path: [field], error: 'required', when: () => true });
}, fields);
export type ChannelsInput = z.output<typeof channelsSchema>;
