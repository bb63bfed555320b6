import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// argon2id with the library's defaults: 19 MiB, two passes, one lane (OWASP's recommendation).
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | undefined;

/**
 * Verifies a password. Without a stored hash it takes as long and gives false, so that nobody learns which accounts
 * exist.
 */
export async function verifyPassword(password: string, storedHash: string | null): Promise<boolean> {
  decoy ??= hash('nobody has this password');
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && storedHash !== null;
}
