import { readdirSync, readFileSync } from 'node:fs';

function status(pid: number): { parent: number; kilobytes: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return { parent: field('PPid'), kilobytes: field('VmRSS') };
  } catch {
    // Ended between the listing and the reading.
    return null;
  }
}

/** The resident memory of a process and of all that it started, in MB (10^6 bytes); NaN where there is no /proc. */
export function residentMegabytes(root: number): number {
  let pids: number[];
  try {
    pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return Number.NaN;
  }
  const processes = new Map(pids.map((pid) => [pid, status(pid)]));
  const isOf = (pid: number): boolean => {
    const found = processes.get(pid);
    return pid === root || (found?.parent ? isOf(found.parent) : false);
  };
  const kilobytes = pids.filter(isOf).reduce((sum, pid) => sum + (processes.get(pid)?.kilobytes ?? 0), 0);
  return (kilobytes * 1024) / 1e6;
}
