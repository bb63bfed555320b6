import { migrate } from '../../scripts/migrate';

// A process of its own that migrates DATABASE_URL, to be killed in the midst of it.
process.stdout.write('ready\n');
await migrate(process.env.DATABASE_URL ?? '');
process.stdout.write('migrated\n');
