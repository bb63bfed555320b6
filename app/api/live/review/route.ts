import type { NextRequest } from 'next/server';
import { movingEvents } from '@/lib/domain/report/report-events';
import { getReportName } from '@/lib/live/data';
import { loadOverviewReader, mayStillReadAll, type OverviewReader } from '@/lib/live/loaders';
import { type EventStream, eventStream } from '@/lib/server/live/event-stream';
import { joinOverview, type LiveNotice, takesAnotherStream } from '@/lib/server/live/live';
import { inOrder, supersede, tooManyStreams } from '../in-order';

/** Connects a tab to the events that change the list of all reports. */
function openOverview(stream: EventStream, reader: OverviewReader, isOnce: boolean): () => void {
  const next = inOrder(stream);
  const greet = () => next(() => stream.send('hello', {}));
  if (isOnce) {
    greet();
    next(stream.end);
    return () => undefined;
  }
  const notify = async ({ reportId, eventId, name }: LiveNotice) => {
    const report = movingEvents.has(name) ? await getReportName(reader.scope, reportId) : null;
    if (report) stream.send('report-moved', { reportId, name, ...report }, eventId);
  };
  return joinOverview({
    accountId: reader.session.actor.accountId,
    notify: (notice) => next(() => notify(notice)),
    resume: greet,
    mayStay: () => mayStillReadAll(reader),
    supersede: () => supersede(stream),
    end: stream.end,
  });
}

/**
 * GET /api/live/review: server-sent events for accounts that read all reports (the division, the leader), 404 for
 * everybody else. `report-moved` `{reportId, name, agency, quarter, planTitle, isOneOfSeveral}` for every command on a report except the saving of
 * its text; `hello` whenever listening begins, upon which the list must be read again because earlier changes were not
 * sent. The stream ends at the first heartbeat after the session does, with `superseded` when the account has opened eight newer
 * ones, and with `once` after `hello`; it does not keep a session alive. 503 while the process has too many.
 */
export async function GET(request: NextRequest) {
  const reader = await loadOverviewReader();
  if (!reader) return new Response(null, { status: 404 });
  const isOnce = request.nextUrl.searchParams.has('once');
  if (!isOnce && !takesAnotherStream()) return tooManyStreams();
  return eventStream(request.signal, (stream) => openOverview(stream, reader, isOnce));
}
