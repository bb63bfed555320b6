import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Variables that a process gets beside those of the bench. */
export type Environment = Record<string, string | undefined>;

export type Child = { pid: number; output: () => string; stop: () => Promise<void>; process: ChildProcess };

/** Characters printed of a server's output: its first complaint, not the hundreds that follow from it. */
const mostPrinted = 4_000;

const running = new Map<ChildProcess, Child['output']>();

// All processes that the bench started are ended with it, however it ends; after a failure their output is printed.
process.on('exit', (code) => {
  for (const [child, output] of running) {
    child.kill('SIGKILL');
    if (code === 1)
      console.error(`${child.spawnargs.join(' ')} said:
${output().slice(0, mostPrinted)}`);
  }
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

/** Starts a process and keeps its output, which is printed if it fails. */
export function startChild(
  command: string,
  args: string[],
  { cwd, env, channel = false }: { cwd?: string; env?: Environment; channel?: boolean } = {},
): Child {
  const stdio: StdioOptions = channel ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
  const lines: string[] = [];
  child.stdout?.on('data', (data) => lines.push(String(data)));
  child.stderr?.on('data', (data) => lines.push(String(data)));
  const output = () => lines.join('');
  running.set(child, output);
  const exited = once(child, 'exit').finally(() => running.delete(child));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { pid: child.pid as number, output, stop, process: child };
}

/** Runs a command to its end and gives what it printed; throws with its output when it fails. */
export async function runChild(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Environment } = {},
): Promise<string> {
  const child = startChild(command, args, options);
  const [code] = await once(child.process, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${child.output()}`);
  return child.output();
}

/** Starts one of the bench's own scripts, sends it its task and waits for its answer. */
export async function askScript<Answer>(
  script: string,
  task: unknown,
  { env, aliases = false }: { env?: Environment; aliases?: boolean } = {},
): Promise<{ answer: Answer; child: Child }> {
  const loader = aliases ? ['--conditions=react-server', '--import', 'tsx'] : [];
  const args = [...loader, new URL(script, import.meta.url).pathname];
  const child = startChild(process.execPath, args, { env, channel: true });
  child.process.send(task as object);
  const failed = once(child.process, 'exit').then(() => {
    throw new Error(`${script} ended without an answer:\n${child.output()}`);
  });
  const [answer] = (await Promise.race([once(child.process, 'message'), failed])) as [Answer];
  failed.catch(() => undefined);
  return { answer, child };
}

/** The same for a script that ends with its answer. */
export async function runScript<Answer>(
  script: string,
  task: unknown,
  options: { env?: Environment; aliases?: boolean } = {},
): Promise<Answer> {
  const { answer, child } = await askScript<Answer>(script, task, options);
  await child.stop();
  return answer;
}
