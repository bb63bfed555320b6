import 'server-only';
import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { realNow } from '@/lib/server/clock';
import type { Storage, StoredBytes } from './storage';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
const isMissing = (error: unknown) => codeOf(error) === 'ENOENT';

/** Errors of a file system that has no second names for a file, or of one that lies on another disk. */
const withoutLinks = ['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'];

async function synced(file: string): Promise<void> {
  const handle = await open(file);
  await handle.sync().finally(() => handle.close());
}

/** A store in a folder of this machine, or one that several machines share. */
export class FolderStorage implements Storage {
  constructor(private readonly folder: string) {}

  private place(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error(`not a digest: ${digest}`);
    return path.join(this.folder, digest.slice(0, 2), digest);
  }

  /**
   * Gives the file a second name under its digest, or copies it where the file system has no second names. File and
   * folder are on the disk before it returns, so that even after a power failure the file is complete or absent.
   */
  async put(digest: string, file: string): Promise<void> {
    const place = this.place(digest);
    const folder = path.dirname(place);
    const made = await mkdir(folder, { recursive: true });
    if (!(await this.renew(place))) {
      await synced(file);
      await link(file, place).catch((error: unknown) => this.putOtherwise(error, file, place));
    }
    await synced(folder);
    if (made) await synced(this.folder);
  }

  /**
   * Dates a stored file anew, so that the sweep of bytes that nobody needs passes over it. Gives false where there is no
   * such file, also where it was removed from another report a moment before.
   */
  private async renew(place: string): Promise<boolean> {
    const now = realNow();
    try {
      await utimes(place, now, now);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  private async putOtherwise(error: unknown, file: string, place: string): Promise<void> {
    if (codeOf(error) === 'EEXIST') return;
    if (!withoutLinks.includes(codeOf(error))) throw error;
    const beside = `${place}.${randomUUID()}`;
    try {
      await copyFile(file, beside, constants.COPYFILE_EXCL);
      await synced(beside);
      await rename(beside, place);
    } catch (failure) {
      await rm(beside, { force: true });
      throw failure;
    }
  }

  async open(digest: string): Promise<Readable | null> {
    try {
      return (await open(this.place(digest))).createReadStream();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async exists(digest: string): Promise<boolean> {
    try {
      return (await stat(this.place(digest))).isFile();
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async delete(digest: string): Promise<void> {
    await rm(this.place(digest), { force: true });
  }

  /** Also deletes what an interrupted copy has left. */
  async *list(before: Date): AsyncGenerator<StoredBytes> {
    const isOld = async (file: string) => {
      const found = await stat(file).catch(() => null);
      return found !== null && found.mtime < before;
    };
    for (const folder of await readdir(this.folder).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(path.join(this.folder, folder))) {
        const file = path.join(this.folder, folder, name);
        if (!(await isOld(file))) continue;
        if (/^[0-9a-f]{64}$/.test(name)) yield { digest: name };
        else await rm(file, { force: true });
      }
    }
  }

  async check(): Promise<{ free: number | null }> {
    await mkdir(this.folder, { recursive: true });
    const probe = path.join(this.folder, `probe-${randomUUID()}`);
    try {
      await writeFile(probe, 'probe', { flag: 'wx' });
      await synced(probe);
    } finally {
      await rm(probe, { force: true });
    }
    const { bavail, bsize } = await statfs(this.folder);
    return { free: bavail * bsize };
  }
}
