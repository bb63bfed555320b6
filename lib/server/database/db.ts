import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '@/lib/server/generated/client';

const kept = globalThis as typeof globalThis & { portalDatabase?: PrismaClient };

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

function connect(): PrismaClient {
  const pool = {
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.DATABASE_CONNECTIONS || 16),
    connectionTimeoutMillis: 5_000,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter });
}

/** One client per process; a development server keeps it when it reloads modules. */
export const db: PrismaClient = kept.portalDatabase ?? connect();
kept.portalDatabase = db;

/** A client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** Gives the portal's own SQLSTATE of a failure, as raised by the triggers of the migrations, or null. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error || isRecord(cause); cause = nextCause(cause)) {
    const code =
      (cause as { originalCode?: unknown; code?: unknown }).originalCode ?? (cause as { code?: unknown }).code;
    if (typeof code === 'string' && /^TP\d{3}$/.test(code)) return code;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function nextCause(error: unknown): unknown {
  if (!isRecord(error)) return null;
  const meta = error.meta as { driverAdapterError?: unknown } | undefined;
  return meta?.driverAdapterError ?? error.cause ?? null;
}
