import type { NextRequest } from 'next/server';
import { loadWatchedReport } from '@/lib/live/loaders';
import { eventStream } from '@/lib/server/live/event-stream';
import { takesAnotherStream } from '@/lib/server/live/live';
import { readWatch } from '@/lib/server/live/live-messages';
import { tooManyStreams } from '../../in-order';
import { openReportStream } from '../../report-stream';

/**
 * GET /api/live/review/[reportId]?tab=…&after=…: server-sent events for accounts that read all reports (the division,
 * the leader), 404 for everybody else. `hello`, `writers` (all others of them who have the report open; presence is
 * never shown between the agency and the division) and `report-changed` (events that concern both sides; never
 * content). The stream ends at the first heartbeat
 * after the session does, and with `superseded` when the account has opened eight newer ones; with `once=1` it ends after
 * `hello`. 400 without a tab, 503 while the process has too many.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/live/review/[reportId]'>) {
  const report = await loadWatchedReport((await params).reportId, 'division');
  if (!report) return new Response(null, { status: 404 });
  const watch = readWatch(request.nextUrl.searchParams);
  if (!watch) return new Response(null, { status: 400 });
  if (!watch.once && !takesAnotherStream()) return tooManyStreams();
  return eventStream(request.signal, (stream) => openReportStream(stream, report, { ...watch, task: undefined }));
}
