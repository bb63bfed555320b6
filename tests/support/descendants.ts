import { readdirSync, readFileSync } from 'node:fs';

type Running = { pid: number; parent: number; command: string };

function readProcess(pid: number): Running[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** Gives the process that a process, or one of those that it started, has started with some words in its command line. */
export function descendant(ancestor: number, words: string): number {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const isBelow = (pid: number): boolean => {
    const parent = running.find((one) => one.pid === pid)?.parent ?? 0;
    return parent === ancestor || (parent > 1 && isBelow(parent));
  };
  const found = running.find(({ pid, command }) => command.includes(words) && isBelow(pid));
  if (!found) throw new Error(`no process below ${ancestor} runs ${words}`);
  return found.pid;
}
