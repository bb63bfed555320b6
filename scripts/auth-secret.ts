import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Gives the secret that signs a demonstration's cookies, created once and kept in its data folder. */
export function keptAuthSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'auth-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
