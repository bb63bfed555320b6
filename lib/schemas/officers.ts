import { z } from 'zod';
import { userNameLength } from '@/lib/domain/accounts/officers';
import { agencyRoles } from '@/lib/domain/authorization';
import { addressText } from './address-text';
import { requiredTextUpTo, textUpTo } from './entry';
import { newOfficerChoice } from './officer-choice';
import { civilDateSchema } from './review';
import { officersReasonLimit } from './text-bounds';

const nameLimit = 50;

const role = z.enum(agencyRoles, { error: 'required' });
const accountId = z.uuid({ error: 'not-valid' });

/** A role and its holder as the list sends them: `reporter:` and the account's id. */
const holding = z.string({ error: 'required' }).transform((text, context) => {
  const [held, from] = text.split(':');
  const parsed = z.object({ role, from: accountId }).safeParse({ role: held, from });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: 'not-valid' });
  return z.NEVER;
});

/** Sent by the coordinator, who acts on an agency that is not his own; the law asks for the reason. */
const onBehalf = {
  agencyId: accountId.optional(),
  reason: textUpTo(officersReasonLimit).transform((text) => text.trim()),
};

const newOfficer = z.object({
  userName: z
    .string({ error: 'required' })
    .trim()
    .regex(/^[A-Za-z0-9._-]*$/, 'not-a-user-name')
    .min(userNameLength.least, 'not-a-user-name')
    .max(userNameLength.most, 'not-a-user-name'),
  displayName: requiredTextUpTo(nameLimit),
});

const named = z.object({
  to: z.string({ error: 'required' }),
  userName: z.string().optional(),
  displayName: z.string().optional(),
  ...onBehalf,
});

type Given = z.output<typeof named>;

/** The chosen account, or the new person named in the fields below the list. */
function recipientOf({ to, userName, displayName }: Given, context: z.RefinementCtx) {
  const parsed = to === newOfficerChoice ? newOfficer.safeParse({ userName, displayName }) : accountId.safeParse(to);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    context.addIssue({ code: 'custom', path: path.length > 0 ? path : ['to'], message });
  }
  return z.NEVER;
}

export const handOverSchema = named.extend({ holding }).transform(({ holding: held, ...given }, context) => ({
  ...held,
  to: recipientOf(given, context),
  agencyId: given.agencyId,
  reason: given.reason,
}));

export const giveRoleSchema = named.extend({ role }).transform(({ role: wanted, ...given }, context) => ({
  role: wanted,
  to: recipientOf(given, context),
  agencyId: given.agencyId,
  reason: given.reason,
}));

export const takeRoleSchema = z.object({ holding, ...onBehalf });

export const signOffSettingSchema = z.object({
  required: z.enum(['on', 'off'], { error: 'not-valid' }).transform((text) => text === 'on'),
  ...onBehalf,
});

const chosen = z.uuid({ error: 'required' });

export const nameDeputySchema = z.object({
  approverId: chosen,
  deputyId: chosen,
  fromOn: civilDateSchema,
  untilOn: civilDateSchema,
  ...onBehalf,
});

export const endDeputySchema = z.object({ deputationId: accountId, ...onBehalf });

/** The address of the division's list of agencies. */
export const agencyListSchema = z.object({
  search: addressText(100),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
