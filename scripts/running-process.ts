import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Gives the start time of a process in a unit of the system, or null when it does not run; together with the pid it
 * identifies a process.
 */
export function processStart(pid: number): string | null {
  if (existsSync('/proc/self/stat')) {
    const stat = readProcFile(pid, 'stat');
    // The name, in parentheses, may hold spaces; the state is the first field after it and the start the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  }
  return psField(pid, 'lstart');
}

/** Gives the command line of a process, or '' when it does not run. */
export function commandLine(pid: number): string {
  if (existsSync('/proc/self/stat')) return readProcFile(pid, 'cmdline').replaceAll('\0', ' ');
  return psField(pid, 'command') ?? '';
}

/** Ends a process that leads its own group; it may finish its work within a limited time. */
export async function endGroup(leader: ChildProcess, milliseconds: number): Promise<void> {
  const { pid, exitCode, signalCode } = leader;
  if (!pid || exitCode !== null || signalCode !== null) return;
  leader.kill('SIGTERM');
  if (!(await waitForEnd(pid, milliseconds))) process.kill(-pid, 'SIGKILL');
}

/** Waits until a process has ended; gives false when it still runs after the time allowed. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const start = processStart(pid);
  for (let waited = 0; start !== null && processStart(pid) === start; waited += 50) {
    if (waited >= milliseconds) return false;
    await pause(50);
  }
  return true;
}

function readProcFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function psField(pid: number, field: string): string | null {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
