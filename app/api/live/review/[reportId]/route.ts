import type { NextRequest } from 'next/server';
import { loadWatchedReport } from '@/lib/live/loaders';
import { eventStream } from '@/lib/server/live/event-stream';
import { readWatch } from '@/lib/server/live/live-messages';
import { openReportStream } from '../../report-stream';

/**
 * GET /api/live/review/[reportId]?tab=…&after=…: server-sent events for whoever reads all reports (the division, the
 * leader), 404 for everybody else. `hello`, `writers` (all others of them who have the report open; nobody of the agency
 * is told of them, nor they of anybody there) and `report-changed` (what the division and the agency did to each other;
 * never content). It ends when the session does, at the next heartbeat; 400 without a tab.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/live/review/[reportId]'>) {
  const report = await loadWatchedReport((await params).reportId, 'division');
  if (!report) return new Response(null, { status: 404 });
  const watch = readWatch(request.nextUrl.searchParams);
  if (!watch) return new Response(null, { status: 400 });
  return eventStream(request.signal, (stream) => openReportStream(stream, report, { ...watch, task: undefined }));
}
