import { spawn } from 'node:child_process';

/** A command that ended badly, with what it had printed. */
export class CommandFailed extends Error {
  constructor(command, output) {
    super(`${command} failed`);
    this.output = output;
  }
}

/**
 * Runs a command to its end and gives what it printed; one that ends badly rejects with CommandFailed. It has a process
 * group of its own, so that Ctrl-C reaches it only through `signal`, which ends it and everything that it started.
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
    // It has ended by itself meanwhile.
  }
}
