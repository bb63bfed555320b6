import type { NextRequest } from 'next/server';
import { loadWatchedReport } from '@/lib/live/loaders';
import { eventStream } from '@/lib/server/live/event-stream';
import { takesAnotherStream } from '@/lib/server/live/live';
import { readWatch } from '@/lib/server/live/live-messages';
import { tooManyStreams } from '../../in-order';
import { openReportStream } from '../../report-stream';

/**
 * GET /api/live/reports/[reportId]?tab=…&task=…&after=…: server-sent events for an officer of the report's agency, 404
 * for everybody else. `hello` (after every catch-up; its id is that of the newest event), `writers` (all others of the
 * agency who have the report open, at every change), `saved` and `report-changed` (recorded events, with the event's
 * number as id; never content). The stream ends at the first heartbeat
 * after the session does, and with `superseded` when the account has opened eight newer ones; with `once=1` it ends after
 * `hello`. 400 without a tab, 503 while the process has too many.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/live/reports/[reportId]'>) {
  const report = await loadWatchedReport((await params).reportId, 'agency');
  if (!report) return new Response(null, { status: 404 });
  const watch = readWatch(request.nextUrl.searchParams);
  if (!watch) return new Response(null, { status: 400 });
  if (!watch.once && !takesAnotherStream()) return tooManyStreams();
  return eventStream(request.signal, (stream) => openReportStream(stream, report, watch));
}
