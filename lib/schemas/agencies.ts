import { z } from 'zod';
import { accountOutcomes, endings } from '@/lib/domain/agencies/changes';
import { isCreditCode } from '@/lib/domain/agencies/credit-code';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { addressText } from './address-text';
import { requiredTextUpTo, textUpTo } from './entry';
import { civilDateSchema } from './review';
import { agencyReasonLimit, registerFileLimit } from './text-bounds';

/** A text of one line, whose spaces at both ends nobody meant. */
const line = (limit: number) => textUpTo(limit).transform((text) => text.replace(/\s+/g, ' ').trim());
const requiredLine = (limit: number) => requiredTextUpTo(limit).transform((text) => text.replace(/\s+/g, ' '));

/** Names one below the other, or with commas between them; each counts once. */
const names = textUpTo(2_000)
  .transform((text) => [...new Set(text.split(/[\n\u3001,\uff0c;\uff1b]/).map((name) => name.trim()))].filter(Boolean))
  .refine((list) => list.every((name) => [...name].length <= 100), 'too-long');

const id = z.uuid({ error: 'not-valid' });

/** The columns of an agency that people write, except for its name, which changes by a renaming. */
const details = {
  shortName: line(50),
  aliases: names,
  creditCode: line(40)
    .transform((text) => text.toUpperCase())
    .refine((text) => text === '' || isCreditCode(text), 'not-a-credit-code'),
  kind: line(30),
  parentId: z
    .union([z.literal(''), id])
    .default('')
    .transform((text) => (text === '' ? null : text)),
};

const place = z.coerce
  .number({ error: 'not-a-place' })
  .int('not-a-place')
  .min(1, 'not-a-place')
  .max(100_000, 'not-a-place');

/** The code of an agency, which stands in addresses; it never changes. */
const agencyCode = z.string().regex(/^[A-Za-z0-9-]{1,32}$/, 'not-an-agency-code');

/** The row of an agency in a file of the register, and the form of a new one: both may leave code and place to the portal. */
export const agencyRowSchema = z.object({
  name: requiredLine(100),
  ...details,
  code: z.union([z.literal(''), agencyCode], { error: 'not-an-agency-code' }).default(''),
  position: z.union([z.literal('').transform(() => null), place], { error: 'not-a-place' }).default(null),
});

export type AgencyRow = z.output<typeof agencyRowSchema>;

const agencyId = { agencyId: id, version: z.coerce.number().int() };

export const changeAgencySchema = z.object({ ...agencyId, ...details, position: place });

const change = { ...agencyId, changedOn: civilDateSchema, reason: requiredTextUpTo(agencyReasonLimit) };

export const renameAgencySchema = z.object({ ...change, name: requiredLine(100) });

/** The plans' tasks that an agency hands over, and from which period of each plan on. */
export const endAgencySchema = z.object({
  ...change,
  kind: z.enum(endings, { error: 'not-valid' }),
  successorIds: z.array(id).max(50).default([]),
  handovers: z
    .array(z.object({ taskId: id, successorId: id }))
    .max(5_000)
    .default([]),
  periods: z
    .array(z.object({ planCode: z.string().max(32), fromPeriod: z.string().transform(parsePeriodCode) }))
    .max(500)
    .default([]),
  accounts: z.enum(accountOutcomes, { error: 'required' }),
});

/** The first step of the ending of an agency, as its address has it. */
export const endingAddressSchema = z.object({
  kind: z.enum(endings).optional().catch(undefined),
  successor: z
    .union([z.array(id), id.transform((one) => [one])])
    .optional()
    .catch(undefined),
});

export const groupSchema = z.object({
  name: requiredLine(100),
  agencyIds: z.array(id).max(5_000).default([]),
});

export const groupNameSchema = z.object({ name: z.string().max(100) });

/** The address of the list of groups; `name` is the group whose form is open. */
export const groupAddressSchema = z.object({ name: addressText(100) });

/** The address of the list of the register. */
export const registerListSchema = z.object({
  search: addressText(100),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** A file of the register; `confirmed` is the digest of the differences that were read on the page. */
export const registerFileSchema = z.object({
  file: z.file({ error: 'required' }).min(1, 'required').max(registerFileLimit, 'too-long'),
  confirmed: z.string().max(64).default(''),
});
