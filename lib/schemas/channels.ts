import { z } from 'zod';
import { deliveryChannels } from '@/lib/domain/delivery';

const optional = (form: z.ZodType<string>) => z.union([z.literal(''), form], { error: 'not-valid' }).default('');

/** By which ways beside the desk somebody wants to be told, and where. */
export const channelsSchema = z.object({
  channels: z
    .array(z.enum(deliveryChannels, { error: 'not-valid' }))
    .max(3)
    .default([]),
  mailAddress: optional(z.email().max(200)),
  webhookUrl: optional(z.url({ protocol: /^https?$/ }).max(500)),
  /** Left empty, the one that is stored for the same address stays. */
  webhookSecret: optional(
    z
      .string()
      .trim()
      .max(200)
      .regex(/^[!-~]+$/),
  ),
  phone: optional(z.string().regex(/^\+?\d[\d-]{5,18}$/)),
});
export type ChannelsInput = z.output<typeof channelsSchema>;
