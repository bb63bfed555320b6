import { spawn } from 'node:child_process';

/** A command that failed, with its output. */
export class CommandFailed extends Error {
  constructor(command, output) {
    super(`${command} failed`);
    this.output = output;
  }
}

/**
 * Runs a command to its end and gives its output; a failing one rejects with CommandFailed. It has its own process
 * group, so that Ctrl-C can end it only through `signal`, which ends it and everything that it started.
 */
export function runCommand(command, args, { signal, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const printed = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.on('data', (chunk) => printed.push(chunk));
    const end = () => stopGroup(child.pid);
    signal?.addEventListener('abort', end, { once: true });
    child.on('error', (error) => reject(new CommandFailed(command, `${error.message}\n`)));
    child.on('close', (code) => {
      signal?.removeEventListener('abort', end);
      const output = Buffer.concat(printed).toString('utf8');
      if (code === 0) resolve(output);
      else reject(new CommandFailed(command, output));
    });
  });
}

function stopGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has already ended by itself.
  }
}
