import { startWorker } from '@/lib/jobs/worker';

// A process of its own that works off the jobs of DATABASE_URL until it is killed; it says so once it does.
await startWorker();
process.stdout.write('working\n');
