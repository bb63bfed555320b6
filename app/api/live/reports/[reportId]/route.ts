import type { NextRequest } from 'next/server';
import { getLatestEventId, listNoticesSince } from '@/lib/live/data';
import { loadWatchedReport, mayStillWatch, type WatchedReport } from '@/lib/live/loaders';
import { realNow } from '@/lib/server/clock';
import { type EventStream, eventStream } from '@/lib/server/event-stream';
import { joinLive } from '@/lib/server/live';
import { readWatch } from '@/lib/server/live-messages';
import { log } from '@/lib/server/log';

type Watch = NonNullable<ReturnType<typeof readWatch>>;

/** Connects a tab to what is told of its report, from the event on that it saw last. */
function openStream(stream: EventStream, report: WatchedReport, { tab, task, after }: Watch): () => void {
  const { accountId, displayName: name } = report.session.actor;
  let shown = '';
  let latest = after ?? null;
  const tell = (notice: { type: string; eventId: string; name: string; accountId: string | null; at: string }) => {
    const { type, eventId, name, at } = notice;
    if (latest === null || BigInt(eventId) > BigInt(latest)) latest = eventId;
    stream.send(
      type,
      { eventId, name, at, accountId: notice.accountId, isYou: notice.accountId === accountId },
      eventId,
    );
  };
  const catchUp = async () => {
    const newest = await getLatestEventId(report.scope, report.reportId);
    latest ??= newest;
    for (const notice of await listNoticesSince(report.scope, report.reportId, latest)) tell(notice);
    stream.send('hello', {}, latest);
  };
  let catching = Promise.resolve();
  return joinLive({
    reportId: report.reportId,
    presence: { tabId: tab, accountId, name, taskId: task ?? null, at: realNow().toISOString() },
    showWriters: (writers) => {
      const text = JSON.stringify(writers);
      if (text !== shown) stream.send('writers', writers);
      shown = text;
    },
    tell,
    resume: () => {
      catching = catching.then(catchUp).catch((error: unknown) => {
        log.warn({ err: error }, 'a live report did not catch up');
        stream.end();
      });
    },
    mayStay: () => mayStillWatch(report),
    end: stream.end,
  });
}

/**
 * GET /api/live/reports/[reportId]?tab=…&task=…&after=…: server-sent events for an officer of the report's agency, 404
 * for everybody else. `hello` (after every catching up; its id is the newest event), `writers` (all others who have the
 * report open, at every change), `saved` and `report-changed` (what was recorded of it, with the number of the event as
 * id; never content). It ends when the session does, at the next heartbeat; 400 without a tab.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/live/reports/[reportId]'>) {
  const report = await loadWatchedReport((await params).reportId);
  if (!report) return new Response(null, { status: 404 });
  const watch = readWatch(request.nextUrl.searchParams);
  if (!watch) return new Response(null, { status: 400 });
  return eventStream(request.signal, (stream) => openStream(stream, report, watch));
}
