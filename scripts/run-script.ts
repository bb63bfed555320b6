import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './install.mjs';
import { runCommand } from './run-command.mjs';
import { stopSignal } from './shutdown';

export type Variables = Record<string, string | undefined>;

/** First arguments of every Node process that a command starts. */
export const guarded = ['--import', pathToFileURL(path.join(projectRoot, 'scripts/die-with-parent.mjs')).href];

/** Gives this process's environment with some variables set, others (undefined) removed. */
export function environment(variables: Variables): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PORTAL_PARENT: String(process.pid), ...variables };
}

/**
 * Runs a JavaScript program of node_modules on the pinned Node without printing; rejects with its output when it fails.
 */
export function runProgram(program: string, args: string[], variables: Variables = {}): Promise<string> {
  return runNode([path.join(projectRoot, 'node_modules', program), ...args], variables);
}

/** Runs one of the TypeScript scripts in its own process, which frees its memory at the end. */
export function runScript(script: string, args: string[], variables: Variables = {}): Promise<string> {
  return runNode([...scriptArguments(script), ...args], variables);
}

/**
 * Starts Node in a process group of its own, with its output on the console: Ctrl-C is passed on by the launcher, which
 * keeps the database running until the process has ended.
 */
export function beginProcess(args: string[], variables: Variables): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: projectRoot,
    env: environment(variables),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Gives Node's arguments for one of the TypeScript scripts. */
export function scriptArguments(script: string): string[] {
  return ['--conditions=react-server', '--import', 'tsx', `scripts/${script}`];
}

function runNode(args: string[], variables: Variables): Promise<string> {
  const options = { cwd: projectRoot, env: environment(variables), signal: stopSignal };
  return runCommand(process.execPath, [...guarded, ...args], options);
}
