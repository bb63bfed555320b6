import { messages } from './console-messages.mjs';
import { runMain } from './operator-error';
import { migrateDatabase, setUpOwnDatabase } from './portal-database';
import { generatePrismaClient } from './prisma-client';
import { withDatabase } from './with-database';

runMain(() =>
  withDatabase(async (url) => {
    const names = await migrateDatabase(url);
    console.log(names.length > 0 ? messages.migrated(names) : messages.nothingToMigrate);
    if (!process.env.DATABASE_URL) return;
    await generatePrismaClient();
    await setUpOwnDatabase({ DATABASE_URL: url });
  }),
);
