import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '@/scripts/database-client';
import { freePort } from '@/scripts/free-port';
import { migrate } from '@/scripts/migrate';
import {
  type Cluster,
  type ClusterServer,
  clusterUrl,
  createCluster,
  startCluster,
  stopProcess,
} from '@/scripts/postgres-cluster';
import { giveTo, postgresUser } from '@/scripts/postgres-user';
import { type Certificate, makeCertificate } from '../support/certificate';
import { JobProcess } from '../support/job-process';
import { missingPrograms } from '../support/programs';

const missing = await missingPrograms({ openssl: 'openssl' });

let folder: string;
let cluster: Cluster;
let certificate: Certificate;
let server: ClusterServer | null;

/** The address of the database by the name that the certificate has, with a way of encryption. */
function urlWith(options: string): string {
  const url = clusterUrl(cluster, server?.port ?? 0, 'postgres').replace('127.0.0.1', 'localhost');
  return `${url}?${options}`;
}

const verified = () => urlWith(`sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate.certFile)}`);

describe.skipIf(missing !== null)('a database that offers encryption', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'portal-encrypted-'));
    cluster = { folder: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log') };
    await createCluster(cluster);
    certificate = makeCertificate(folder);
    for (const file of [certificate.certFile, certificate.keyFile]) giveTo(postgresUser(cluster.folder), file);
    const files = [`ssl_cert_file=${certificate.certFile}`, `ssl_key_file=${certificate.keyFile}`];
    const flags = ['ssl=on', ...files].flatMap((flag) => ['-c', flag]);
    server = await startCluster(cluster, await freePort(), flags);
    if (!server) throw new Error(`the database did not start: see ${cluster.logFile}`);
  });

  afterAll(async () => {
    await stopProcess(server?.process.pid ?? 0);
    await rm(folder, { recursive: true, force: true });
  });

  test('is refused while its certificate is not trusted', async () => {
    await expect(query(urlWith('sslmode=verify-full'), 'SELECT 1 AS one')).rejects.toThrow(/certificate/);
    expect(await query(verified(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is migrated and worked with over encrypted connections alone', async () => {
    const settings = { DATABASE_URL: verified(), AUTH_SECRET: 'x'.repeat(32) };
    await migrate(settings.DATABASE_URL);
    const jobs = await JobProcess.start(settings);
    const connections = await query<{ name: string; ssl: boolean }>(
      verified(),
      `select application_name as name, ssl from pg_stat_activity join pg_stat_ssl using (pid)
       where backend_type = 'client backend'`,
    );
    await jobs.stop();
    expect(connections.map(({ name }) => name)).toContain('portal-working');
    expect(connections.filter(({ ssl }) => !ssl)).toEqual([]);
  });
});
