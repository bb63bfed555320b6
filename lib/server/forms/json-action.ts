import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Refusal, Result } from '@/lib/domain/refusal';
import { portalNow } from '@/lib/server/clock';
import { randomReadable } from '@/lib/server/files/digest';
import { log } from '@/lib/server/process/log';
import { requestAddress } from '@/lib/server/session/request';
import { isSameOrigin } from '@/lib/server/session/same-origin';
import { loadSession } from '@/lib/server/session/session';
import type { ActionContext } from './action';

const statusOf: Partial<Record<Refusal['code'], number>> = { 'signed-out': 401, forbidden: 403, 'not-found': 404 };

const noStore = { 'Cache-Control': 'no-store' };

function refusalAnswer(refusal: Refusal): Response {
  return Response.json({ refusal }, { status: statusOf[refusal.code] ?? 409, headers: noStore });
}

async function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema) {
  return schema.safeParseAsync(await request.json().catch(() => undefined));
}

/** Turns a failure into a reference, which its line in the log has too. */
function failureAnswer(error: unknown): Response {
  unstable_rethrow(error);
  const reference = randomReadable(8);
  log.error({ err: error, reference }, 'a request failed');
  return Response.json({ reference }, { status: 500, headers: noStore });
}

/**
 * Answers a write sent by a script as JSON, as `formAction` answers a form: parses it with its schema, supplies the
 * actor and the portal's time. 200 with the value, 400 for invalid input, 401 signed out, 403, 404 or 409 refused, 500
 * with a reference.
 */
export async function answerJson<Schema extends z.ZodType, Value>(
  request: Request,
  schema: Schema,
  handle: (input: z.output<Schema>, context: ActionContext) => Promise<Result<Value>>,
): Promise<Response> {
  try {
    if (!isSameOrigin(request)) return refusalAnswer({ code: 'forbidden' });
    const session = await loadSession();
    if (!session || session.mustChangePassword) return refusalAnswer({ code: 'signed-out' });
    const input = await bodyOf(request, schema);
    if (!input.success) return Response.json({ invalid: true }, { status: 400, headers: noStore });
    const context = { actor: session.actor, now: await portalNow(), address: await requestAddress() };
    const result = await handle(input.data, context);
    return result.ok ? Response.json(result.value, { headers: noStore }) : refusalAnswer(result.refusal);
  } catch (error) {
    return failureAnswer(error);
  }
}
