import { answersQueries } from '@/lib/server/database/database-health';

/** GET /api/health: 200 `{status: 'ok', database: 'ok'}` while the database answers, otherwise 503. */
export async function GET() {
  const isWell = await answersQueries();
  const body = isWell ? { status: 'ok', database: 'ok' } : { status: 'unavailable', database: 'unreachable' };
  return Response.json(body, { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
