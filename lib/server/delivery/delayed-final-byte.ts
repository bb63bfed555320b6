import 'server-only';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { text } from 'node:stream/consumers';
import { type BeforeFinalByte, senderTimeouts } from './senders';

/**
 * Posts JSON but withholds the final byte until `beforeFinalByte` has granted it. Follows no redirect. Rejects where no answer
 * came.
 */
export function postDelayingFinalByte(
  url: URL,
  content: object,
  { beforeFinalByte, headers = {} }: { beforeFinalByte: BeforeFinalByte; headers?: Record<string, string> },
): Promise<{ status: number; body: string }> {
  const bytes = Buffer.from(JSON.stringify(content));
  const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length },
    signal: AbortSignal.timeout(senderTimeouts.answering),
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    // A completed write means that the connection is established; before that nothing can have been sent.
    request.write(bytes.subarray(0, -1), (error) => {
      if (error) reject(error);
      else
        beforeFinalByte().then(
          () => request.end(bytes.subarray(-1)),
          (refusal) => request.destroy(refusal),
        );
    });
  });
}
