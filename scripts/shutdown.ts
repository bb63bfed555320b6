import { once } from 'node:events';

type Closer = () => Promise<void> | void;

const closers: Closer[] = [];
const stopping = new AbortController();
let stopped: Promise<never> | undefined;

/** Aborts once the process has been asked to stop. */
export const stopSignal: AbortSignal = stopping.signal;

/** Waits until the process has been asked to stop. */
export async function stopAsked(): Promise<void> {
  if (!stopSignal.aborted) await once(stopSignal, 'abort');
}

/** Adds a resource to close when the process stops; the last one added closes first. */
export function onStop(closer: Closer): void {
  closers.push(closer);
}

/** Closes everything, then ends the process. A second call waits for the first. */
export function stop(exitCode: number): Promise<never> {
  stopped ??= closeAll(exitCode);
  return stopped;
}

async function closeAll(exitCode: number): Promise<never> {
  stopping.abort();
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(exitCode);
}

/** Stops in order on Ctrl-C, SIGTERM and SIGHUP, and when the parent process is gone. */
export function stopOnSignals(exitCode: number, announce: () => void): void {
  const begin = () => {
    if (!stopped) announce();
    void stop(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin);
  if (process.channel) process.on('disconnect', begin);
}
