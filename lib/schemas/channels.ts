import { z } from 'zod';
import { deliveryChannels } from '@/lib/domain/chasing/delivery';

/** Accepts input in any form, including the full-width digits and letters of a Chinese keyboard. */
const typed = z.string().normalize('NFKC').trim();

const optional = (form: z.ZodType<string, string>) =>
  z.union([z.literal(''), typed.pipe(form)], { error: 'not-valid' }).default('');

/** The channels beside the inbox by which an account is notified, with their addresses. */
export const channelsSchema = z.object({
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
  phone: optional(z.string().regex(/^\+?\d[\d-]{5,18}$/, 'not-a-phone')),
});
export type ChannelsInput = z.output<typeof channelsSchema>;
