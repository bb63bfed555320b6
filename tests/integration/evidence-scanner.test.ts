import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanForViruses } from '@/lib/server/files/virus-scanner';
import { Scanner, virus } from '../support/scanner';

let scanner: Scanner;

beforeEach(() => {
  scanner = new Scanner();
});

afterEach(async () => {
  process.env.CLAMD = '';
  await scanner.stop();
});

const scan = (...chunks: Buffer[]) => scanForViruses(() => Readable.from(chunks));

describe('a scanner that speaks the clamd protocol', () => {
  test('a file of several megabytes is found clean over TCP', async () => {
    process.env.CLAMD = await scanner.start();
    const chunks = Array.from({ length: 100 }, () => Buffer.alloc(64 * 1024, 7));
    expect(await scan(...chunks)).toBe('clean');
    expect(scanner.scans).toBe(1);
  });

  test('a virus is found over a socket of the file system', async () => {
    process.env.CLAMD = await scanner.start(path.join(tmpdir(), `clamd-${process.pid}.sock`));
    expect(await scan(Buffer.from('text'), virus)).toBe('infected');
  });

  test('without an answering scanner the file stays pending', async () => {
    process.env.CLAMD = await scanner.start();
    await scanner.stop();
    expect(await scan(Buffer.from('text'))).toBe('pending');
  });

  test('a scanner that closes the connection midway leaves the file pending', async () => {
    scanner.manner = 'broken';
    process.env.CLAMD = await scanner.start();
    expect(await scan(Buffer.from('text'))).toBe('pending');
  });

  test('a scanner that answers with an error before the end leaves the file pending', async () => {
    scanner.manner = 'hasty';
    process.env.CLAMD = await scanner.start();
    const chunks = Array.from({ length: 200 }, () => Buffer.alloc(64 * 1024, 7));
    expect(await scan(...chunks)).toBe('pending');
  });
});

test('without a configured scanner no scan is required', async () => {
  expect(await scan(Buffer.from('text'))).toBe('not_required');
});
