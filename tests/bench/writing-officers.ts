import { randomUUID } from 'node:crypto';
import { db } from '@/lib/server/database/db';
import { sealSession, sessionCookieName } from '@/lib/server/session/session-cookie';
import type { Officer } from './seed-portal';

// Stores as many reporters as are asked for, spread over the agencies, each signed in already. A process of its own.

export type WantedOfficers = { agencyIds: string[]; count: number };

async function storeOfficer(agencyId: string, number: number): Promise<Officer> {
  const accountId = randomUUID();
  const userName = `writer${number}`;
  await db.account.create({
    data: {
      id: accountId,
      userName,
      displayName: userName,
      passwordHash: 'none',
      mustChangePassword: false,
      roles: ['reporter'],
      agencyId,
    },
    select: { id: true },
  });
  const { id } = await db.session.create({ data: { accountId } });
  return { agencyId, accountId, cookie: `${sessionCookieName()}=${await sealSession(id)}` };
}

process.once('message', async ({ agencyIds, count }: WantedOfficers) => {
  const officers: Officer[] = [];
  for (let number = 0; number < count; number += 1) {
    officers.push(await storeOfficer(agencyIds[number % agencyIds.length] as string, number));
  }
  process.send?.(officers);
});
