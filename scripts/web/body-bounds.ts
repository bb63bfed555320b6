import type { IncomingMessage } from 'node:http';

/**
 * Most bytes of a request's body, for the first pattern that its address fits. An uploaded file is bounded where it is
 * streamed into the store (`lib/server/files/streamed-body.ts`).
 */
const bounds: [RegExp, number][] = [
  [/^\/api\/(evidence|plans\/imports)$/, Number.POSITIVE_INFINITY],
  [/^\/api\/filing\//, 1_000_000],
  [/^\/api\//, 10_000],
  // Forms: the largest is an exported version of `receiptFileLimit` bytes.
  [/^\//, 2_050_000],
];

function mostBytes(url: string): number {
  const [path = ''] = url.split('?', 1);
  return bounds.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
}

/** True where the request announces a body that is larger than its address takes. */
export function announcesTooMuch({ url = '', headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > mostBytes(url);
}

/**
 * Counts a body whose length nobody has announced while it arrives. Beyond the bound nothing more reaches the
 * application, not even the end, and `refuse` is called once.
 */
export function boundBody(request: IncomingMessage, refuse: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const most = mostBytes(request.url ?? '');
  const push = request.push.bind(request);
  let count = 0;
  request.push = (chunk: Buffer | null) => {
    count += chunk?.length ?? 0;
    if (count <= most) return push(chunk);
    if (chunk && count - chunk.length <= most) refuse();
    return true;
  };
}
