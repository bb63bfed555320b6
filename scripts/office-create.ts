import { parseArgs } from 'node:util';
import { getT } from '@/lib/text/get-t';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { messages } from './console-messages.mjs';
import { requireMigrated } from './migration-history';
import { OperatorError, runMain } from './operator-error';
import { prepareNewDatabase } from './portal-database';
import { generatePrismaClient } from './prisma-client';
import { withDatabase } from './with-database';

type Wanted = { code: string; name: string };

async function readArguments(): Promise<Wanted> {
  const options = { name: { type: 'string' }, code: { type: 'string' } } as const;
  const { name, code } = parseArgs({ options, strict: false }).values;
  if (typeof name !== 'string' || typeof code !== 'string') throw new OperatorError(messages.officeUsage);
  const { makeOfficeSchema } = await import('@/lib/schemas/offices');
  const parsed = makeOfficeSchema.safeParse({ name, code });
  if (!parsed.success) throw new OperatorError(messages.officeInvalid);
  return parsed.data;
}

async function create(wanted: Wanted): Promise<void> {
  // The module reads DATABASE_URL when it is loaded.
  const { makeOffice } = await import('@/lib/offices/mutations');
  const made = await makeOffice(wanted, { actor: null, address: '' });
  if (!made.ok) throw new OperatorError(refusalSentence(getT(), made.refusal));
  console.log(messages.officeCreated(wanted.name, wanted.code));
}

runMain(async () => {
  const wanted = await readArguments();
  await generatePrismaClient();
  await withDatabase(async (url) => {
    if (process.env.DATABASE_URL) await prepareNewDatabase(url);
    else await requireMigrated(url);
    process.env.DATABASE_URL = url;
    await create(wanted);
  });
});
