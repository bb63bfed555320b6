import 'server-only';
import { z } from 'zod';
import { type DivisionScope, isDivisions, type ReportScope } from '@/lib/domain/authorization';
import { type DeliveryChannel, type DeliveryStatus, troubledStatuses } from '@/lib/domain/chasing/delivery';
import { db } from '@/lib/server/database/db';
import { agenciesWithin, membersWithin, reportsWithin } from '@/lib/server/database/office-sql';

import { rowsOf } from '@/lib/server/database/rows';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { type NotificationKind, Prisma } from '@/lib/server/generated/client';

export type LoggedDelivery = {
  id: string;
  channel: DeliveryChannel;
  status: DeliveryStatus;
  attempts: number;
  lastError: string;
  sentAt: Date | null;
};

export type LoggedMessage = {
  id: string;
  kind: NotificationKind;
  subject: string;
  createdAt: Date;
  readAt: Date | null;
  name: string;
  agencyName: string | null;
  deliveries: LoggedDelivery[];
};

const select = {
  id: true,
  kind: true,
  subject: true,
  createdAt: true,
  readAt: true,
  account: { select: { displayName: true, agency: { select: { name: true } } } },
  deliveries: {
    orderBy: { channel: 'asc' },
    select: { id: true, channel: true, status: true, attempts: true, lastError: true, sentAt: true },
  },
} satisfies Prisma.NotificationSelect;

function loggedOf({ account, ...row }: Prisma.NotificationGetPayload<{ select: typeof select }>): LoggedMessage {
  return { ...row, name: account.displayName, agencyName: account.agency?.name ?? null };
}

const recipientRow = z.object({ id: z.string() });

/** The accounts whose name, or whose agency's name, holds a text. */
async function listRecipientIds(search: string): Promise<string[]> {
  const accounts = await rowsOf(recipientRow)`
    SELECT c.id FROM "Account" c LEFT JOIN "Agency" a ON a.id = c."agencyId"
    WHERE ${holdsSearch(Prisma.sql`c."displayName"`, search)} OR ${holdsSearch(Prisma.sql`a.name`, search)}`;
  return accounts.map(({ id }) => id);
}

/**
 * Gives one page of the message log (recipient, time and channel), the latest first; `search` is a part of an agency's
 * or a person's name.
 */
export async function listLog(
  scope: DivisionScope,
  search: string,
  { number, size }: { number: number; size: number },
): Promise<{ messages: LoggedMessage[]; total: number }> {
  const where: Prisma.NotificationWhereInput = {
    ...messagesWithin(scope),
    ...(search && { accountId: { in: await listRecipientIds(search) } }),
  };
  const [total, rows] = await Promise.all([
    db.notification.count({ where }),
    db.notification.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
      skip: (number - 1) * size,
      take: size,
      select,
    }),
  ]);
  return { messages: rows.map(loggedOf), total };
}

/**
 * Messages about the reports of the scope; those about several reports, where their recipient is of its offices or of
 * one of its agencies. What goes to somebody who works for all offices may name another one's agencies, so that only the
 * division of all offices reads it.
 */
export function messagesWithin(scope: DivisionScope): Prisma.NotificationWhereInput {
  if (scope.kind === 'all') return {};
  const people = {
    OR: [{ agency: agenciesWithin(scope) }, { agencyId: null, allOffices: false, ...membersWithin(scope) }],
  };
  return { OR: [{ report: reportsWithin(scope) }, { reportId: null, account: people }] };
}

const troubled = { status: { in: [...troubledStatuses] } };

/** Counts the deliveries that failed or may not have arrived; 0 for accounts that may not see the log. */
export async function countTroubled(scope: ReportScope | null): Promise<number> {
  if (!isDivisions(scope)) return 0;
  return db.delivery.count({ where: { ...troubled, notification: messagesWithin(scope) } });
}

const mostTroubled = 50;

/**
 * Lists deliveries that failed or may not have arrived, the latest first, with their total and the number of failed
 * ones.
 */
export async function listTroubled(
  scope: DivisionScope,
): Promise<{ messages: LoggedMessage[]; total: number; failed: number }> {
  const notification = messagesWithin(scope);
  const [total, failed, rows] = await Promise.all([
    db.delivery.count({ where: { ...troubled, notification } }),
    db.delivery.count({ where: { status: 'failed', notification } }),
    db.notification.findMany({
      where: { ...notification, deliveries: { some: troubled } },
      orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
      take: mostTroubled,
      select: { ...select, deliveries: { ...select.deliveries, where: troubled } },
    }),
  ]);
  return { messages: rows.map(loggedOf), total, failed };
}
