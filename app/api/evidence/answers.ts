import type { Refusal, RefusalCode } from '@/lib/domain/refusal';

const statuses: Partial<Record<RefusalCode, number>> = {
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-status': 409,
  stale: 409,
  'evidence-full': 409,
  'evidence-too-large': 413,
  'evidence-kind-not-taken': 415,
  'evidence-type-differs': 415,
  'evidence-unsafe': 415,
  'evidence-disk-full': 507,
};

export const privately = { 'Cache-Control': 'no-store' };

/** A refusal as JSON. It closes the connection, so that the rest of a file still being sent is not read. */
export function refusalAnswer(refusal: Refusal): Response {
  return Response.json(
    { refusal },
    { status: statuses[refusal.code] ?? 422, headers: { ...privately, Connection: 'close' } },
  );
}
