import 'server-only';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Storage } from './storage';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A store in a folder of this machine, or one that several machines share. */
export class FolderStorage implements Storage {
  constructor(private readonly folder: string) {}

  private place(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error(`not a digest: ${digest}`);
    return path.join(this.folder, digest.slice(0, 2), digest);
  }

  /** Copies to a temporary file and renames it, so that even after a power failure the file is complete or absent. */
  async put(digest: string, file: string): Promise<void> {
    if (await this.exists(digest)) return;
    const place = this.place(digest);
    const beside = `${place}.${randomUUID()}`;
    await mkdir(path.dirname(place), { recursive: true });
    try {
      await copyFile(file, beside);
      const handle = await open(beside);
      await handle.sync().finally(() => handle.close());
      await rename(beside, place);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
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
}
