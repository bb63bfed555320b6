import 'server-only';
import { realNow } from '@/lib/server/clock';
import type { Transaction } from '@/lib/server/database/db';
import { knownDeviceDays } from '@/lib/server/session/device-cookie';

/** An account keeps so many devices, the ones that signed in last. */
const devicesPerAccount = 20;

/** Remembers that a device has signed in to an account, and forgets those that have not for long. */
export async function rememberDevice(transaction: Transaction, digest: string, accountId: string): Promise<void> {
  const signedInAt = realNow();
  await transaction.knownDevice.upsert({
    where: { digest_accountId: { digest, accountId } },
    create: { digest, accountId, signedInAt },
    update: { signedInAt },
  });
  const tooOld = new Date(signedInAt.getTime() - knownDeviceDays * 24 * 60 * 60_000);
  await transaction.$executeRaw`
    DELETE FROM "KnownDevice" WHERE "accountId" = ${accountId}::uuid AND (digest, "signedInAt") NOT IN
      (SELECT digest, "signedInAt" FROM "KnownDevice"
        WHERE "accountId" = ${accountId}::uuid AND "signedInAt" > ${tooOld}
        ORDER BY "signedInAt" DESC LIMIT ${devicesPerAccount})`;
}

/** Forgets every device of an account but one: whoever knew the former password may have signed in on them. */
export async function forgetOtherDevices(transaction: Transaction, digest: string, accountId: string): Promise<void> {
  await transaction.knownDevice.deleteMany({ where: { accountId, digest: { not: digest } } });
}
