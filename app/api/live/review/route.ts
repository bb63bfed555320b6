import type { NextRequest } from 'next/server';
import { movingEvents } from '@/lib/domain/report/report-events';
import { getReportName } from '@/lib/live/data';
import { loadOverviewReader, mayStillReadAll, type OverviewReader } from '@/lib/live/loaders';
import { type EventStream, eventStream } from '@/lib/server/live/event-stream';
import { joinOverview, type LiveNotice } from '@/lib/server/live/live';
import { inOrder } from '../in-order';

/** Connects a tab to the events that change the list of all reports. */
function openOverview(stream: EventStream, reader: OverviewReader): () => void {
  const next = inOrder(stream);
  const notify = async ({ reportId, eventId, name }: LiveNotice) => {
    const report = movingEvents.has(name) ? await getReportName(reader.scope, reportId) : null;
    if (report) stream.send('report-moved', { reportId, name, ...report }, eventId);
  };
  return joinOverview({
    notify: (notice) => next(() => notify(notice)),
    resume: () => next(() => stream.send('hello', {})),
    mayStay: () => mayStillReadAll(reader),
    end: stream.end,
  });
}

/**
 * GET /api/live/review: server-sent events for accounts that read all reports (the division, the leader), 404 for
 * everybody else. `report-moved` `{reportId, name, agency, quarter}` for every command on a report except the saving of
 * its text; `hello` whenever listening begins, upon which the list must be read again because earlier changes were not
 * sent. The stream ends at the first heartbeat after the session does, and does not keep a session alive.
 */
export async function GET(request: NextRequest) {
  const reader = await loadOverviewReader();
  if (!reader) return new Response(null, { status: 404 });
  return eventStream(request.signal, (stream) => openOverview(stream, reader));
}
