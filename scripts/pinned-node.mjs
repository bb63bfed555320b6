import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { installPackages, projectRoot } from './install.mjs';

const binaries = path.join(projectRoot, 'node_modules/.bin');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

async function install(withDevelopment) {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of signals) process.on(signal, stop);
  await installPackages({ withDevelopment, signal: stopping.signal });
  for (const signal of signals) process.off(signal, stop);
}

/** npm passes no SIGKILL on, so a process started by it must stop by itself once npm is gone. */
function watchNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && stop(), 500).unref();
}

/**
 * Installs missing packages unless told otherwise, then runs a TypeScript script on the pinned Node, passing its exit code and signals
 * through.
 */
export async function runPinned(script, args, { withDevelopment = false, installs = true } = {}) {
  try {
    if (installs) await install(withDevelopment);
    if (!existsSync(path.join(binaries, 'node'))) throw new Error(messages.pinnedNodeMissing);
  } catch (failure) {
    console.error(failure.output ?? failure.message);
    process.exit(1);
  }
  const child = spawn(path.join(binaries, 'node'), ['--conditions=react-server', '--import', 'tsx', script, ...args], {
    cwd: projectRoot,
    env: { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH}` },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const stop = () => child.kill('SIGTERM');
  watchNpm(stop);
  if (process.channel) process.on('disconnect', stop);
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
