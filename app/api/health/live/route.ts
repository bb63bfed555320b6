import { connection } from 'next/server';

/** GET /api/health/live: always 200 `{status: 'ok'}`: this process answers. Whether it can serve says /api/health. */
export async function GET() {
  await connection();
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
}
