import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';

const kept = globalThis as typeof globalThis & { portalDatabase?: PrismaClient };

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.DATABASE_CONNECTIONS ?? 16),
    connectionTimeoutMillis: 5_000,
  });
  return new PrismaClient({ adapter });
}

/** One client a process; a development server that reloads its modules keeps it. */
export const db: PrismaClient = kept.portalDatabase ?? connect();
kept.portalDatabase = db;

/** A client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** The database's own SQLSTATE of a failure, as the walls of the migrations raise it, or null. */
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
