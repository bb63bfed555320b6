import { setTimeout as pause } from 'node:timers/promises';
import { FilingConnection } from './filing-connection';
import { percentile } from './percentile';
import { sampleText } from './sample-texts';

// The load of the saving work, in a process of its own: each officer saves one section again and again over a connection of
// their own, and every answer must give the new version.

export type SavingTask = {
  origin: string;
  each: number;
  /** Milliseconds from an answer to the officer's next save; the officers begin spread over as long. */
  pause: number;
  writers: Place[];
};
export type Place = { cookie: string; reportId: string; taskId: string; version: number };
export type SavingLoad = { seconds: number; p50: number; p95: number };

function putOf(origin: string, { cookie, reportId, taskId }: Place, version: number): Buffer {
  const change = { taskId, field: 'progress', version, content: sampleText(version * 1_000 + 7) };
  const body = Buffer.from(JSON.stringify({ changes: [change] }));
  const head = [
    `PUT /api/filing/reports/${reportId}/fields HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Origin: ${origin}`,
    'Sec-Fetch-Site: same-origin',
    `Cookie: ${cookie}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

type Client = { connection: FilingConnection; puts: Buffer[]; version: number; begin: number };

/** Sends a save again while it is told to come back later, as the editor does. */
async function answerTo(connection: FilingConnection, put: Buffer): ReturnType<FilingConnection['post']> {
  const answer = await connection.post(put);
  if (answer.status !== 503) return answer;
  await pause(200);
  return answerTo(connection, put);
}

/** Saves one after another; gives how long each took, in milliseconds. */
async function saveAll({ connection, puts, version, begin }: Client, between: number): Promise<number[]> {
  const milliseconds: number[] = [];
  await pause(begin);
  for (const [index, put] of puts.entries()) {
    if (index > 0 && between > 0) await pause(between);
    const sent = performance.now();
    const { status, body } = await answerTo(connection, put);
    milliseconds.push(performance.now() - sent);
    if (status !== 200 || !body.includes(`"version":${version + index + 1}`)) {
      throw new Error(`save ${version + index + 1} was answered ${status} ${body}`);
    }
  }
  connection.close();
  return milliseconds;
}

process.once('message', async ({ origin, each, pause: between, writers }: SavingTask) => {
  const clients = await Promise.all(
    writers.map(
      async (place, index): Promise<Client> => ({
        version: place.version,
        begin: (between * index) / writers.length,
        connection: await FilingConnection.open(Number(new URL(origin).port)),
        puts: Array.from({ length: each }, (_, count) => putOf(origin, place, place.version + count)),
      }),
    ),
  );
  const begun = performance.now();
  const times = await Promise.all(clients.map((client) => saveAll(client, between)));
  const seconds = (performance.now() - begun) / 1000;
  const all = times.flat();
  process.send?.({ seconds, p50: percentile(all, 0.5), p95: percentile(all, 0.95) } satisfies SavingLoad);
});
