import { Agent, request } from 'node:http';
import { multipartBody } from './filing-form';

// The load of the filing work, in a process of its own: each client posts its reports one after another over its own
// connection, and every answer must lead to the receipt.

export type FilingTask = { origin: string; form: string; clients: { cookie: string; reportIds: string[] }[] };
export type FilingLoad = { seconds: number; p50: number; p99: number };

const boundary = '----benchFormBoundary7MA4YWxkTrZu0gW';

type Post = { url: string; body: Buffer; cookie: string; expected: string };

function post({ url, body, cookie, expected }: Post, agent: Agent): Promise<void> {
  const headers = {
    cookie,
    origin: new URL(url).origin,
    accept: 'text/html',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      const location = response.headers.location ?? '';
      response.resume().on('end', () => {
        if (response.statusCode === 303 && location.endsWith(expected)) resolve();
        else reject(new Error(`filing was answered ${response.statusCode} ${location} instead of 303 ${expected}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

process.once('message', async ({ origin, form, clients }: FilingTask) => {
  const queues = clients.map(({ cookie, reportIds }) =>
    reportIds.map(
      (id): Post => ({
        url: `${origin}/filing/${id}/check`,
        body: multipartBody(form, id, boundary),
        cookie,
        expected: `/filing/${id}/versions/1`,
      }),
    ),
  );
  const milliseconds: number[] = [];
  const begun = performance.now();
  await Promise.all(
    queues.map(async (posts) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const one of posts) {
        const sent = performance.now();
        await post(one, agent);
        milliseconds.push(performance.now() - sent);
      }
      agent.destroy();
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const percentile = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  process.send?.({ seconds, p50: percentile(0.5), p99: percentile(0.99) } satisfies FilingLoad);
});
