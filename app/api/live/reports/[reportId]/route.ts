import type { NextRequest } from 'next/server';
import { getLatestEventId, listNoticesSince } from '@/lib/live/data';
import { loadWatchedReport, mayStillWatch, type WatchedReport } from '@/lib/live/loaders';
import { realNow } from '@/lib/server/clock';
import { type EventStream, eventStream } from '@/lib/server/event-stream';
import { joinLive, type LiveNotice } from '@/lib/server/live';
import { readWatch } from '@/lib/server/live-messages';
import { log } from '@/lib/server/log';

type Watch = NonNullable<ReturnType<typeof readWatch>>;

/** What was recorded of the report, told in order from the event on that the tab saw last. */
function newsOf({ session, scope, reportId }: WatchedReport, stream: EventStream, after: string | undefined) {
  let latest = after;
  const tell = (notice: LiveNotice) => {
    const { type, reportId: _, ...news } = notice;
    if (latest === undefined || BigInt(news.eventId) > BigInt(latest)) latest = news.eventId;
    stream.send(type, { ...news, isYou: news.accountId === session.actor.accountId }, news.eventId);
  };
  const catchUp = async () => {
    latest ??= await getLatestEventId(scope, reportId);
    for (const notice of await listNoticesSince(scope, reportId, latest)) tell(notice);
    stream.send('hello', {}, latest);
  };
  // One after the other: what is heard during the catching up waits, or it would move on the point to begin from.
  let line = Promise.resolve();
  const next = (step: () => void | Promise<void>) => {
    line = line.then(step).catch((error: unknown) => {
      log.warn({ err: error }, 'the news of a report were lost');
      stream.end();
    });
  };
  return { tell: (notice: LiveNotice) => next(() => tell(notice)), resume: () => next(catchUp) };
}

/** Connects a tab to what is told of its report. */
function openStream(stream: EventStream, report: WatchedReport, { tab: tabId, task, after }: Watch): () => void {
  const { accountId, displayName: name } = report.session.actor;
  let shown = '';
  return joinLive({
    reportId: report.reportId,
    presence: { tabId, accountId, name, taskId: task ?? null, at: realNow().toISOString() },
    showWriters: (writers) => {
      const text = JSON.stringify(writers);
      if (text !== shown) stream.send('writers', writers);
      shown = text;
    },
    ...newsOf(report, stream, after),
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
