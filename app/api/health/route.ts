import { connection } from 'next/server';
import { portalHealth } from '@/lib/server/health/portal-health';

/**
 * GET /api/health: `{status, checks: {database, pool, jobs, clock, …}}`, each check with `ok` and, where it failed, a
 * `reason`. 200 while requests can be served: `ok`, or `degraded` where something else needs somebody to see to it;
 * otherwise 503 `unavailable`.
 */
export async function GET() {
  await connection();
  const health = await portalHealth();
  const isServing = health.status !== 'unavailable';
  const headers = { 'Cache-Control': 'no-store', ...(isServing ? {} : { 'Retry-After': '5' }) };
  return Response.json(health, { status: isServing ? 200 : 503, headers });
}
