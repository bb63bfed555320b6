import { FilingConnection } from './filing-connection';
import { multipartBody } from './filing-form';
import { percentile } from './percentile';

// The load of the filing work, in a process of its own: each client posts its reports one after another over its own
// connection, and every answer must lead to the receipt.

export type FilingTask = { origin: string; form: string; clients: { cookie: string; reportIds: string[] }[] };
export type FilingLoad = { seconds: number; p50: number; p99: number };

const boundary = '----benchFormBoundary7MA4YWxkTrZu0gW';

type Post = { request: Buffer; receipt: string };

/** The form as a browser without JavaScript sends it, byte for byte. */
function postOf({ origin, form }: FilingTask, cookie: string, reportId: string): Post {
  const body = multipartBody(form, reportId, boundary);
  const head = [
    `POST /filing/${reportId}/check HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Origin: ${origin}`,
    'Accept: text/html',
    `Cookie: ${cookie}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${body.length}`,
  ];
  return {
    request: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]),
    receipt: `/filing/${reportId}/versions/1`,
  };
}

/** Posts one after another; gives how long each took, in milliseconds. */
async function fileAll(connection: FilingConnection, posts: Post[]): Promise<number[]> {
  const milliseconds: number[] = [];
  for (const { request, receipt } of posts) {
    const sent = performance.now();
    const { status, location } = await connection.post(request);
    milliseconds.push(performance.now() - sent);
    if (status !== 303 || !location.endsWith(receipt)) {
      throw new Error(`filing was answered ${status} ${location} instead of 303 ${receipt}`);
    }
  }
  connection.close();
  return milliseconds;
}

process.once('message', async (task: FilingTask) => {
  const clients = await Promise.all(
    task.clients.map(async ({ cookie, reportIds }) => ({
      connection: await FilingConnection.open(Number(new URL(task.origin).port)),
      posts: reportIds.map((reportId) => postOf(task, cookie, reportId)),
    })),
  );
  const begun = performance.now();
  const times = await Promise.all(clients.map(({ connection, posts }) => fileAll(connection, posts)));
  const seconds = (performance.now() - begun) / 1000;
  const all = times.flat();
  process.send?.({ seconds, p50: percentile(all, 0.5), p99: percentile(all, 0.99) } satisfies FilingLoad);
});
