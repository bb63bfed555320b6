import { migrate } from '@/scripts/migrate';

// In a process of its own: the migration engine keeps its connection, and a database in use cannot be a template.
process.once('message', async (url: string) => {
  await migrate(url);
  process.send?.('migrated');
});
