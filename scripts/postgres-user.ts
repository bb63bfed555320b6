import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { OperatorError } from './operator-error';

/** The user that runs PostgreSQL in place of root, which it refuses. Null for the user of this process. */
export type PostgresUser = { uid: number; gid: number } | null;

type Command = { command: string; args: string[]; options: { uid?: number; gid?: number } };

/**
 * Gives the user for a cluster: the owner of an existing one, else the system's `postgres`, which is created if
 * missing.
 */
export function postgresUser(cluster: string): PostgresUser {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const user = findUser() ?? createUser();
  if (!user) throw new OperatorError(messages.databaseUserMissing);
  return user;
}

/** Makes the user the owner of a file or folder. */
export function giveTo(user: PostgresUser, file: string): void {
  if (user) chownSync(file, user.uid, user.gid);
}

/**
 * Gives the command that runs a binary as the user. Below a folder closed to that user, such as root's home, the user
 * keeps the right to pass (CAP_DAC_OVERRIDE), which `setpriv` of util-linux can leave; the secure bit makes it count in
 * access(2) too.
 */
export function commandAs(user: PostgresUser, binary: string, args: string[], folder: string): Command {
  if (!user) return { command: binary, args, options: {} };
  if (canPass(user, binary, folder)) return { command: binary, args, options: user };
  const keep = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...keep, '--'];
  if (spawnSync('setpriv', [...as, binary, '--version'], { cwd: '/' }).status !== 0)
    throw new OperatorError(messages.databaseFolderClosed(path.dirname(folder)));
  return { command: 'setpriv', args: [...as, binary, ...args], options: {} };
}

function canPass(user: { uid: number; gid: number }, binary: string, folder: string): boolean {
  const can = (command: string, ...args: string[]) => spawnSync(command, args, { ...user, cwd: '/' }).status === 0;
  return can(binary, '--version') && can('test', '-x', folder);
}

function idOf(flag: '-u' | '-g'): number | null {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function findUser(): PostgresUser {
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  return uid === null || gid === null ? null : { uid, gid };
}

function createUser(): PostgresUser {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  return findUser();
}
