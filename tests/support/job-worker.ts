import { startWorker } from '@/lib/jobs/worker';

// A process of its own that does the jobs of DATABASE_URL until it is killed; it prints a line once it is ready.
await startWorker();
process.stdout.write('working\n');
