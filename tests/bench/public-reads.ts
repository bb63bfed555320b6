import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { askScript, type Child } from './child';
import { requestRate } from './read-load';
import type { Result } from './result';
import { readSeconds, rounds, warmUpSeconds } from './settings';
import { inTurns, median } from './turns';

type Captured = { status: number; headers: [string, string][]; body: string };

// Node's own server writes these by itself, and as a limit it should write them as cheaply as it can.
const ownHeaders = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** An answer as a plain client gets it: its header lines and its bytes, uncompressed. */
function capture(url: string): Promise<Captured> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const headers = Object.entries(response.headers).flatMap(([name, value]): [string, string][] =>
          ownHeaders.includes(name) ? [] : [[name, String(value)]],
        );
        const body = Buffer.concat(chunks);
        headers.push(['content-length', String(body.length)]);
        resolve({ status: response.statusCode ?? 0, headers, body: body.toString('base64') });
      });
    }).on('error', reject);
  });
}

async function compare(portalUrl: string, limitUrl: string) {
  for (const url of [portalUrl, limitUrl]) await requestRate(url, warmUpSeconds);
  return inTurns(
    rounds,
    () => requestRate(portalUrl, readSeconds),
    () => requestRate(limitUrl, readSeconds),
  );
}

const documentOf = ({ body }: Captured): unknown => JSON.parse(Buffer.from(body, 'base64').toString());

const originOf = ({ port }: AddressInfo) => `http://127.0.0.1:${port}`;

async function measure(
  read: { work: string; limitName: string; atLeast: number },
  portalUrl: string,
  limit: { child: Child; url: string },
): Promise<Result> {
  const { first, second } = await compare(portalUrl, limit.url);
  await limit.child.stop();
  return {
    work: read.work,
    unit: 'req/s',
    measured: median(first),
    limit: { name: read.limitName, value: median(second) },
    goal: { atLeast: read.atLeast },
    samples: { measured: first, limit: second },
  };
}

/** The page of a task against plain node:http that sends the same bytes. */
export async function measureTaskPage(origin: string): Promise<Result> {
  const url = `${origin}/tasks/2020-01`;
  const page = await capture(url);
  if (page.status !== 200) throw new Error(`${url} answers ${page.status}`);
  const { answer, child } = await askScript<AddressInfo>('./raw-page-server.ts', page);
  const read = { work: 'public task page', limitName: 'node:http, same bytes', atLeast: 0.05 };
  return measure(read, url, { child, url: `${originOf(answer)}/` });
}

/** All tasks as JSON against plain node:http and pg with the same queries; the two must say the same. */
export async function measureTasksJson(origin: string, databaseUrl: string): Promise<Result> {
  const url = `${origin}/api/v1/plans/2020/tasks`;
  const page = await capture(url);
  const { answer, child } = await askScript<AddressInfo>('./raw-json-server.ts', {
    databaseUrl,
    headers: page.headers,
  });
  const limitUrl = `${originOf(answer)}/`;
  const limit = await capture(limitUrl);
  if (page.status !== 200 || !isDeepStrictEqual(documentOf(limit), documentOf(page)))
    throw new Error(`${url} and its limit give different answers`);
  const read = { work: 'all tasks as JSON', limitName: 'node:http + pg, same queries', atLeast: 0.27 };
  return measure(read, url, { child, url: limitUrl });
}
