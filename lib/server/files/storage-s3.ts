import 'server-only';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Settings } from './evidence-settings';
import type { Storage, StoredBytes } from './storage';

const isMissing = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/** A bucket of any S3 store, addressed by path because a self-hosted store has no host name per bucket. */
export class S3Storage implements Storage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, key, secret }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId: key, secretAccessKey: secret },
      // Checksums in trailers are specific to Amazon, and other stores refuse them. The digest in the name serves the
      // purpose.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  private named(digest: string) {
    return { Bucket: this.bucket, Key: `evidence/${digest.slice(0, 2)}/${digest}` };
  }

  async put(digest: string, file: string): Promise<void> {
    if (await this.exists(digest)) return;
    const { size } = await stat(file);
    const bytes = createReadStream(file);
    try {
      await this.client.send(new PutObjectCommand({ ...this.named(digest), Body: bytes, ContentLength: size }));
    } finally {
      bytes.destroy();
    }
  }

  async open(digest: string): Promise<Readable | null> {
    try {
      return (await this.client.send(new GetObjectCommand(this.named(digest)))).Body as Readable;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async exists(digest: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.named(digest)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async delete(digest: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.named(digest)));
  }

  async *list(before: Date): AsyncGenerator<StoredBytes> {
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: 'evidence/' });
    for await (const { Contents: objects = [] } of pages) {
      for (const { Key: key = '', LastModified: modifiedAt } of objects) {
        const digest = /^evidence\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(key)?.[1];
        if (digest && modifiedAt && modifiedAt < before) yield { digest };
      }
    }
  }

  async check(): Promise<{ free: null }> {
    const probe = { Bucket: this.bucket, Key: `probe/${randomUUID()}` };
    await this.client.send(new PutObjectCommand({ ...probe, Body: 'probe' }));
    await this.client.send(new HeadObjectCommand(probe));
    await this.client.send(new DeleteObjectCommand(probe));
    return { free: null };
  }
}
