import type { NextRequest } from 'next/server';
import { loadWatchedReport } from '@/lib/live/loaders';
import { eventStream } from '@/lib/server/live/event-stream';
import { readWatch } from '@/lib/server/live/live-messages';
import { openReportStream } from '../../report-stream';

/**
 * GET /api/live/reports/[reportId]?tab=…&task=…&after=…: server-sent events for an officer of the report's agency, 404
 * for everybody else. `hello` (after every catch-up; its id is that of the newest event), `writers` (all others of the
 * agency who have the report open, at every change), `saved` and `report-changed` (recorded events, with the event's
 * number as id; never content). The stream ends at the first heartbeat after the session does; 400 without a tab.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/live/reports/[reportId]'>) {
  const report = await loadWatchedReport((await params).reportId, 'agency');
  if (!report) return new Response(null, { status: 404 });
  const watch = readWatch(request.nextUrl.searchParams);
  if (!watch) return new Response(null, { status: 400 });
  return eventStream(request.signal, (stream) => openReportStream(stream, report, watch));
}
