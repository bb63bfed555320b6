import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { templateDatabase } from './postgres';

// Runs before each test file: the file works on a database of its own, so that none sees another's rows.
const name = `test_${randomUUID().replaceAll('-', '')}`;
const server = inject('databaseServer');
const client = new Client({ connectionString: server });
await client.connect();
await client.query(`create database ${name} template ${templateDatabase}`);
await client.end();

const own = new URL(server);
own.pathname = `/${name}`;
process.env.DATABASE_URL = own.href;
process.env.AUTH_SECRET = 'a secret of the tests that signs nothing outside them';

// Each test file also has a folder of its own for the files that it uploads.
const evidenceFolder = path.join(tmpdir(), `evidence-${name}`);
process.env.EVIDENCE_FOLDER = evidenceFolder;
afterAll(() => rm(evidenceFolder, { recursive: true, force: true }));
