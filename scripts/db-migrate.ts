import { messages } from './console-messages.mjs';
import { migrate } from './migrate';
import { runMain } from './operator-error';
import { withDatabase } from './with-database';

runMain(() =>
  withDatabase(async (url) => {
    const names = await migrate(url);
    console.log(names.length > 0 ? messages.migrated(names) : messages.nothingToMigrate);
  }),
);
