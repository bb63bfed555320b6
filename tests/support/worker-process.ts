import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from './source-files';

/** Starts a process that does the jobs of a portal, and waits until it is ready. */
export async function startWorkerProcess(variables: Record<string, string> = {}): Promise<ChildProcess> {
  const script = path.join(import.meta.dirname, 'job-worker.ts');
  const worker = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(worker, 'exit').then(() => {
    throw new Error('the worker has ended by itself');
  });
  ended.catch(() => undefined);
  await Promise.race([once(worker.stdout, 'data'), ended]);
  return worker;
}

/** Kills the process at once, even in the middle of a job. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  const ended = once(worker, 'exit');
  if (worker.exitCode === null && worker.signalCode === null && worker.kill('SIGKILL')) await ended;
}
