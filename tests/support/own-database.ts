import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
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
