import { spawnSync } from 'node:child_process';
import { environment } from '../../scripts/run-script';
import type { OwnPortal } from './own-portal';
import { root } from './source-files';

/** Enters a command on the server of a portal, as `npm run` does, and gives what it prints. */
export function enter(portal: OwnPortal, command: string, ...args: string[]): string {
  const script = `scripts/${command.replace(':', '-')}.ts`;
  const options = { cwd: root, encoding: 'utf8', env: environment(portal.settings) } as const;
  const started = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', script, ...args],
    options,
  );
  if (started.status !== 0) throw new Error(`${command}: ${started.stdout}${started.stderr}`);
  return started.stdout;
}
