import { z } from 'zod';
import { officeCodeLimit, officeNameLimit } from './text-bounds';

const required = { error: 'required' };

const officeName = z.string(required).trim().min(1, 'required').max(officeNameLimit, 'too-long');

/** Lower case letters, digits and hyphens: it stands in addresses and commands. */
const officeCode = z
  .string(required)
  .trim()
  .min(1, 'required')
  .max(officeCodeLimit, 'too-long')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-valid');

export const makeOfficeSchema = z.object({ name: officeName, code: officeCode });

export const renameOfficeSchema = z.object({ officeId: z.uuid(), name: officeName });

export const setOfficeMembersSchema = z.object({
  officeId: z.uuid(),
  accountIds: z
    .array(z.uuid({ error: 'not-valid' }))
    .max(2_000, 'not-valid')
    .default([]),
});
