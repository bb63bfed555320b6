import { parseArgs } from 'node:util';
import { type Offices, type Role, roles } from '@/lib/domain/authorization';
import { getT } from '@/lib/text/get-t';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { messages } from './console-messages.mjs';
import { requireMigrated } from './migration-history';
import { OperatorError, runMain } from './operator-error';
import { prepareNewDatabase } from './portal-database';
import { generatePrismaClient } from './prisma-client';
import { withDatabase } from './with-database';

type Wanted = {
  userName: string;
  displayName: string;
  roles: Role[];
  agencyCode: string | null;
  /** The codes of offices, or all; undefined for the only one there is. */
  offices: Offices | undefined;
};

function readArguments(): Wanted {
  const options = {
    user: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    agency: { type: 'string' },
    office: { type: 'string' },
  } as const;
  const { user, name, role, agency, office } = parseArgs({ options, strict: false }).values;
  if (typeof user !== 'string' || typeof name !== 'string' || typeof role !== 'string')
    throw new OperatorError(messages.accountUsage);
  if (!/^\S{1,50}$/.test(user) || !/^\S.{0,49}$/.test(name)) throw new OperatorError(messages.accountNameInvalid);
  const agencyCode = typeof agency === 'string' ? agency : null;
  return {
    userName: user,
    displayName: name,
    roles: role.split(',').map(readRole),
    agencyCode,
    offices: readOffices(office),
  };
}

function readOffices(text: string | boolean | undefined): Offices | undefined {
  if (typeof text !== 'string') return undefined;
  return text === 'all' ? 'all' : text.split(',').map((code) => code.trim());
}

function readRole(text: string): Role {
  const role = roles.find((known) => known === text.trim().replaceAll('-', '_'));
  if (!role) throw new OperatorError(messages.accountRoleUnknown(text, roles));
  return role;
}

async function create(wanted: Wanted): Promise<void> {
  // The module reads DATABASE_URL when it is loaded.
  const { createAccount } = await import('@/lib/accounts/mutations');
  const created = await createAccount(wanted);
  if (!created.ok) throw new OperatorError(refusalSentence(getT(), created.refusal));
  console.log(messages.accountCreated(wanted.userName));
  console.log(messages.accountOneTimePassword(created.value.oneTimePassword));
}

runMain(async () => {
  const wanted = readArguments();
  await generatePrismaClient();
  await withDatabase(async (url) => {
    // With a database of their own, operators may create the first accounts before the first start.
    if (process.env.DATABASE_URL) await prepareNewDatabase(url);
    else await requireMigrated(url);
    process.env.DATABASE_URL = url;
    await create(wanted);
  });
});
