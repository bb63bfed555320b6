import 'server-only';

/** A row of the history of migrations, which the database keeps in Prisma's table. */
export type RecordedMigration = { name: string; finishedAt: Date | null; rolledBackAt: Date | null };

export type MigrationState = {
  /** Migrations of this program that the database lacks. */
  missing: string[];
  /** Migrations that an earlier program began and whose end it did not record. */
  unfinished: string[];
  /** Migrations of a newer program. */
  unknown: string[];
};

/** Reads the history of a database; one that was never migrated has no such table. */
export const migrationHistory = `select migration_name as name, finished_at as "finishedAt", rolled_back_at as "rolledBackAt"
  from "_prisma_migrations" order by migration_name`;

/** Compares the migrations of this program with those that a database has recorded. */
export function migrationState(known: readonly string[], recorded: readonly RecordedMigration[]): MigrationState {
  const current = recorded.filter(({ rolledBackAt }) => rolledBackAt === null);
  const names = new Set(current.map(({ name }) => name));
  return {
    missing: known.filter((name) => !names.has(name)),
    unfinished: current.filter(({ finishedAt }) => finishedAt === null).map(({ name }) => name),
    unknown: [...names].filter((name) => !known.includes(name)),
  };
}
