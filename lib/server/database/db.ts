import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '@/lib/server/generated/client';
import { causesOf } from './database-trouble';
import { isServing, openPool } from './pool';
import { endProcess, watchPool } from './pool-watch';

const kept = globalThis as typeof globalThis & { portalDatabase?: ReturnType<typeof connect> };

// A list of values makes a different SQL text for every length, so the number of named statements is limited; further
// ones stay unnamed.
const mostStatements = 500;
const statementNames = new Map<string, string>();

/** Names a statement, so that each connection parses and plans it only once. */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known) return known;
  if (statementNames.size >= mostStatements) return '';
  const name = `portal_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

/** One pool and one client per process; a development server keeps them when it reloads modules. */
function connect() {
  const pool = openPool();
  if (isServing) watchPool(pool, endProcess);
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName, disposeExternalPool: true });
  return { pool, client: new PrismaClient({ adapter }) };
}

kept.portalDatabase ??= connect();

/** The connections of this process. */
export const { pool } = kept.portalDatabase;

export const db: PrismaClient = kept.portalDatabase.client;

/** A client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * Allows a transaction that only reads to do nothing for up to `longest` milliseconds, while a slow client takes what was
 * read: nobody waits for it.
 */
export async function allowPauses(transaction: Transaction, longest: number): Promise<void> {
  await transaction.$queryRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(longest)}, true)`;
}

/** Gives the portal's own SQLSTATE of a failure, as raised by the triggers of the migrations, or null. */
export function sqlStateOf(error: unknown): string | null {
  const codes = causesOf(error).map(({ originalCode, code }) => String(originalCode ?? code));
  return codes.find((code) => /^TP\d{3}$/.test(code)) ?? null;
}
