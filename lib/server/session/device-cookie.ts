import 'server-only';
import { createHash } from 'node:crypto';
import { cookies } from 'next/headers';
import { randomSecret } from '@/lib/server/files/digest';
import { cookieName, cookieOptions } from './session-cookie';

/** A device is known for half a year after it last signed in. */
export const knownDeviceDays = 180;

/** The secret of a device, which its cookie holds; the database has the digest alone. */
export const deviceDigest = (secret: string) => createHash('sha256').update(secret).digest('hex');

const name = () => cookieName('portal-device');

/** Gives the secret of the device that the request comes from; of a device without one, a new one. */
export async function requestDevice(): Promise<string> {
  const held = (await cookies()).get(name())?.value ?? '';
  return /^[\w-]{43}$/.test(held) ? held : randomSecret();
}

/** Lets a device that has signed in be recognised later; this opens nothing by itself. */
export async function keepDevice(secret: string): Promise<void> {
  (await cookies()).set(name(), secret, { ...cookieOptions(), maxAge: knownDeviceDays * 24 * 60 * 60 });
}
