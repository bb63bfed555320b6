import { connection } from 'next/server';
import { loadIsDemonstration } from '@/lib/demonstration/loaders';
import { portalNow } from '@/lib/server/clock';

/**
 * GET: `{now}`, the portal's time as an ISO instant, for the demonstration bar; 404 where the portal is no
 * demonstration.
 */
export async function GET(): Promise<Response> {
  await connection();
  if (!(await loadIsDemonstration())) return new Response(null, { status: 404 });
  return Response.json({ now: await portalNow() }, { headers: { 'Cache-Control': 'no-store' } });
}
