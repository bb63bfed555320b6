import 'server-only';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Settings } from './evidence-settings';
import type { Storage } from './storage';

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
    await this.client.send(
      new PutObjectCommand({ ...this.named(digest), Body: createReadStream(file), ContentLength: size }),
    );
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
}
