import 'server-only';
import { z } from 'zod';
import { passwordLength } from '@/lib/domain/accounts/password-policy';
import { signInWindow, wrongPasswordBounds } from '@/lib/domain/accounts/sign-in-bounds';
import { type Actor, administratorRoles, hasRole } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';
import { idleMinutes, sessionHours } from '@/lib/server/session/session-cookie';

/** Events of accounts; none of them is about a report. */
const accountEvents = [
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'sign-in-locked',
  'sign-in-unlocked',
  'password-change-failed',
  'password-changed',
  'account-created',
  'account-closed',
  'account-moved',
  'role-handed-over',
  'role-given',
  'role-taken',
  'sign-off-set',
  'deputy-named',
  'deputy-ended',
  'calendar-subscribed',
  'calendar-renewed',
  'calendar-unsubscribed',
  'channels-set',
  'office-made',
  'office-renamed',
  'office-members-set',
  'old-records-deleted',
] as const;
type AccountEventName = (typeof accountEvents)[number];

export type AccountEvent = {
  id: string;
  /** By the real clock. */
  at: Date;
  name: AccountEventName;
  /** The acting account, or the user name that was entered; '' if unknown. */
  userName: string;
  address: string;
  /** The number of times within a quarter of an hour that this one row stands for. */
  times: number;
};

/** A sign-in that failed names the user name that was entered, a lifted lock the one that it was about. */
const typedName = z.object({ userName: z.string().default('') });

/** Lists the last 200 sign-ins and changes of accounts, the latest first, for the auditor; null for everybody else. */
export async function listAccountEvents(actor: Actor): Promise<AccountEvent[] | null> {
  if (!hasRole(actor, ['auditor'])) return null;
  const events = await db.event.findMany({
    where: { name: { in: [...accountEvents] } },
    orderBy: { id: 'desc' },
    take: 200,
    select: {
      id: true,
      recordedAt: true,
      name: true,
      address: true,
      detail: true,
      account: { select: { userName: true } },
      counted: { select: { count: true } },
    },
  });
  return events.map(({ id, recordedAt, name, address, detail, account, counted }) => ({
    id: String(id),
    at: recordedAt,
    name: name as AccountEventName,
    userName: account?.userName ?? typedName.parse(detail).userName,
    address,
    times: counted?.count ?? 1,
  }));
}

/** Gives the sign-in rules in force, for the security administrator; null for everybody else. */
export function getSecurityRules(actor: Actor) {
  if (!hasRole(actor, ['security_administrator'])) return null;
  return {
    idleMinutes,
    sessionHours,
    wrongPasswords: { ...wrongPasswordBounds, minutes: signInWindow / 60_000 },
    passwordLength: {
      everyone: passwordLength({ roles: [] }),
      administrators: passwordLength({ roles: administratorRoles }),
    },
  };
}
