import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messages } from '../../scripts/console-messages.mjs';
import { freePort } from '../../scripts/free-port';
import { projectRoot } from '../../scripts/install.mjs';

export type LaunchSettings = Partial<Record<keyof typeof messages.settingExpected, string>>;

export type Launch = {
  process: ChildProcess;
  /** All that it has printed until now. */
  printed(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
};

/** Every setting, empty rather than absent, so that no `.env` of the developer's fills them in. */
export const noSettings = Object.fromEntries(Object.keys(messages.settingExpected).map((name) => [name, '']));

function launch(args: string[], folder: string, settings: LaunchSettings): Launch {
  const { npm_lifecycle_event: _, ...environment } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...environment, ...noSettings, ...settings },
    // The channel tells the launcher when a run is interrupted.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, printed: () => Buffer.concat(chunks).toString('utf8'), ended };
}

/** Runs the real launcher, `npm start` without npm, with these settings and none of the machine's. */
export function launchPortal(settings: LaunchSettings, nodeFlags: string[] = []): Launch {
  return launch([...nodeFlags, 'scripts/start.mjs'], projectRoot, settings);
}

/** Runs `npm run serve` without npm. */
export function launchServe(settings: LaunchSettings, folder = projectRoot): Launch {
  return launch(['scripts/start.mjs', 'serve'], folder, settings);
}

/** Runs the launcher in a copy of the project, without its first step: a copy shares the packages and must never install any. */
export function launchCopy(folder: string, settings: LaunchSettings): Launch {
  return launch(['--conditions=react-server', '--import', 'tsx', 'scripts/portal.ts'], folder, settings);
}

export type RunningPortal = { url: string; dataFolder: string; launch: Launch; stop(): Promise<void> };

/** Starts a demonstration with a data folder of its own on a free port, and waits until it is ready. */
export async function startPortal(port?: number): Promise<RunningPortal> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'portal-data-'));
  const url = `http://localhost:${port ?? (await freePort())}`;
  const launched = launchPortal({ PORT: new URL(url).port, PORTAL_DATA: dataFolder });
  const stop = async () => {
    launched.process.kill('SIGTERM');
    await launched.ended;
    await rm(dataFolder, { recursive: true, force: true });
  };
  await untilPrinted(launched, url);
  return { url, dataFolder, launch: launched, stop };
}

/** Waits until the launcher has printed a text; throws what it printed instead when it ends before. */
export async function untilPrinted(launch: Launch, text: string): Promise<void> {
  let hasEnded = false;
  void launch.ended.then(() => (hasEnded = true));
  while (!launch.printed().includes(text)) {
    if (hasEnded) throw new Error(`the portal did not start:\n${launch.printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
