import 'server-only';
import { addressKey } from '@/lib/domain/accounts/address-key';
import {
  type Counted,
  closedUntil,
  countedName,
  countersOf,
  minutesUntil,
  signInWindow,
  withWrong,
} from '@/lib/domain/accounts/sign-in-bounds';
import { type Result, refused } from '@/lib/domain/refusal';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { type CountedEvent, noteCountedEvent, recordCountedEvent } from '@/lib/server/database/event-count';
import { passwordQueue, type QueueRank } from './password-queue';

type PasswordAttempt = {
  userName: string;
  address: string;
  /** The digest of a device that has signed in to this account before; '' for any other. */
  device: string;
  /** The event of a wrong password. */
  event: 'sign-in-failed' | 'password-change-failed';
  accountId?: string;
};

type Counter = Counted & { wrong: Date[] };

async function readCounters(client: Transaction, counted: Counted[]): Promise<Counter[]> {
  const now = realNow();
  const stored = await client.signInCounter.findMany({ where: { OR: counted, expiresAt: { gt: now } } });
  return counted.map(({ addressKey, userName, device }) => {
    const same = stored.find((row) => row.addressKey === addressKey && row.userName === userName);
    return { addressKey, userName, device, wrong: same?.wrong ?? [] };
  });
}

/** Which counter is closed, and until when; the one that is closed longest. */
function closedOf(counters: Counter[]): { counter: Counter; until: Date } | null {
  const now = realNow();
  const closed = counters.flatMap((counter) => {
    const until = closedUntil(counter, now);
    return until ? [{ counter, until }] : [];
  });
  return closed.toSorted((one, other) => other.until.getTime() - one.until.getTime())[0] ?? null;
}

async function countWrong(transaction: Transaction, counters: Counter[]): Promise<void> {
  const now = realNow();
  const expiresAt = new Date(now.getTime() + signInWindow);
  for (const { addressKey, userName, device, wrong } of counters) {
    const data = { wrong: withWrong(wrong, now), expiresAt };
    const where = { addressKey_userName_device: { addressKey, userName, device } };
    await transaction.signInCounter.upsert({ where, create: { addressKey, userName, device, ...data }, update: data });
  }
  await transaction.$executeRaw`
    DELETE FROM "SignInCounter" WHERE ctid IN
      (SELECT ctid FROM "SignInCounter" WHERE "expiresAt" < ${now} LIMIT 100 FOR UPDATE SKIP LOCKED)`;
}

/** A right password ends the count of this address or device against this account, and nothing else. */
async function forgetWrong(transaction: Transaction, counters: Counter[]): Promise<void> {
  const [counter] = counters.filter(({ userName, wrong }) => userName !== '' && wrong.length > 0);
  if (!counter) return;
  const { addressKey, userName, device } = counter;
  await transaction.signInCounter.deleteMany({ where: { addressKey, userName, device } });
}

const rankOf = ({ device }: PasswordAttempt, counters: Counter[]): QueueRank => {
  if (device !== '') return 0;
  return counters.some(({ wrong }) => wrong.length > 0) ? 2 : 1;
};

const lockedEvent = ({ address }: PasswordAttempt, { userName }: Counted): CountedEvent => ({
  name: 'sign-in-locked',
  address,
  addressKey: addressKey(address),
  userName,
});

const refusedUntil = (until: Date) => refused({ code: 'sign-in-locked', minutes: minutesUntil(until, realNow()) });

/** Waits for the checks of the same address or device in all processes: a count is exact because one is made at a time. */
async function lockCounters(transaction: Transaction, key: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in/${key}`}, 0))`;
}

/**
 * Checks a password by `check`, which gives null for a wrong one. Refuses without looking where the counters of the
 * address, or of the known device, are closed (`sign-in-locked`), and where too many wait (`sign-in-busy`). A right
 * password is never counted, and an unknown user name costs and reads the same as a known one.
 */
export async function checkWithinBounds<Value>(
  attempt: PasswordAttempt,
  check: (transaction: Transaction) => Promise<Result<Value> | null>,
): Promise<Result<Value>> {
  const key = addressKey(attempt.address);
  const counted = countersOf({ addressKey: key, userName: countedName(attempt.userName), device: attempt.device });
  const before = await readCounters(db, counted);
  const closed = closedOf(before);
  if (closed) {
    noteCountedEvent(lockedEvent(attempt, closed.counter));
    return refusedUntil(closed.until);
  }

  const lockKey = attempt.device || key;
  const checked = await passwordQueue.run(lockKey, rankOf(attempt, before), () =>
    db.$transaction(
      async (transaction) => {
        await lockCounters(transaction, lockKey);
        return checkCounted(transaction, attempt, counted, check);
      },
      { maxWait: 10_000, timeout: 30_000 },
    ),
  );
  return checked === 'turned-away' ? refused({ code: 'sign-in-busy' }) : checked;
}

/** The same once nobody else counts for this address or device. */
async function checkCounted<Value>(
  transaction: Transaction,
  attempt: PasswordAttempt,
  counted: Counted[],
  check: (transaction: Transaction) => Promise<Result<Value> | null>,
): Promise<Result<Value>> {
  const counters = await readCounters(transaction, counted);
  const closed = closedOf(counters);
  if (closed) {
    await recordCountedEvent(transaction, lockedEvent(attempt, closed.counter));
    return refusedUntil(closed.until);
  }
  const result = await check(transaction);
  if (result) {
    await forgetWrong(transaction, counters);
    return result;
  }
  await countWrong(transaction, counters);
  const { event: name, accountId, address, userName } = attempt;
  const event = { name, accountId, address, addressKey: addressKey(address), userName: countedName(userName) };
  await recordCountedEvent(transaction, event);
  return refused({ code: 'wrong-password' });
}
