import { parseArgs } from 'node:util';
import { messages } from './console-messages.mjs';
import { OperatorError, runMain } from './operator-error';
import { generatePrismaClient } from './prisma-client';
import { withDatabase } from './with-database';

type Wanted = { userName: string } | { address: string };

function readArguments(): Wanted {
  const options = { user: { type: 'string' }, address: { type: 'string' } } as const;
  const { user, address } = parseArgs({ options, strict: false }).values;
  if (typeof user === 'string' && address === undefined) return { userName: user };
  if (typeof address === 'string' && user === undefined) return { address };
  throw new OperatorError(messages.unlockUsage);
}

async function unlock(wanted: Wanted): Promise<void> {
  // The module reads DATABASE_URL when it is loaded.
  const { unlockSignIn } = await import('@/lib/accounts/locks/mutations');
  const { addressKey } = await import('@/lib/domain/accounts/address-key');
  const lifted = 'address' in wanted ? { addressKey: addressKey(wanted.address) } : wanted;
  const unlocked = await unlockSignIn(lifted, { actor: null, address: '' });
  console.log(unlocked.ok ? messages.unlocked(unlocked.value) : messages.nothingLocked);
}

runMain(async () => {
  const wanted = readArguments();
  await generatePrismaClient();
  await withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    await unlock(wanted);
  });
});
