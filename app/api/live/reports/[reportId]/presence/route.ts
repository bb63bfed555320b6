import type { NextRequest } from 'next/server';
import { loadAnnouncedReport } from '@/lib/live/loaders';
import { realNow } from '@/lib/server/clock';
import { takeAnnouncement } from '@/lib/server/live/live-limit';
import { publish, readPresence } from '@/lib/server/live/live-messages';

const empty = (status: number) => new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });

// Enough for two ids and the JSON around them.
const mostBytes = 500;

/**
 * POST /api/live/reports/[reportId]/presence `{tabId, taskId, leaving?}`: a tab reports which task its officer is
 * editing, or that the officer left: 204. 404 unless the officer belongs to the report's
 * agency, 400 for a malformed body, 429 beyond thirty in ten seconds from one account.
 */
export async function POST(request: NextRequest, { params }: RouteContext<'/api/live/reports/[reportId]/presence'>) {
  const report = await loadAnnouncedReport((await params).reportId);
  if (!report) return empty(404);
  const { accountId, displayName } = report.session.actor;
  if (!(await takeAnnouncement(accountId))) return empty(429);
  const isShort = Number(request.headers.get('content-length') ?? Number.NaN) <= mostBytes;
  const presence = isShort ? readPresence(await request.text()) : null;
  if (!presence) return empty(400);
  const { tabId, taskId, leaving } = presence;
  const tab = { reportId: report.reportId, side: report.side, tabId, accountId };
  const at = realNow().toISOString();
  await publish([leaving ? { type: 'left', ...tab } : { type: 'presence', ...tab, name: displayName, taskId, at }]);
  return empty(204);
}
