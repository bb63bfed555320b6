import { isSharedEvent } from '@/lib/domain/report/event-lists';
import { getLatestEventId, listNoticesSince } from '@/lib/live/data';
import { mayStillWatch, type WatchedReport } from '@/lib/live/loaders';
import { realNow } from '@/lib/server/clock';
import type { EventStream } from '@/lib/server/live/event-stream';
import { joinLive, type LiveNotice } from '@/lib/server/live/live';
import type { readWatch } from '@/lib/server/live/live-messages';
import { inOrder, supersede } from './in-order';

type Watch = NonNullable<ReturnType<typeof readWatch>>;

/** Events of the report, sent in order from the last event that the tab saw. */
function newsOf({ session, scope, side, reportId }: WatchedReport, stream: EventStream, after: string | undefined) {
  let latest = after;
  const notify = (notice: LiveNotice) => {
    const { type, reportId: _, ...news } = notice;
    if (latest === undefined || BigInt(news.eventId) > BigInt(latest)) latest = news.eventId;
    // The division is not notified of the agency's internal events.
    if (side === 'division' && !isSharedEvent(news.name)) return;
    stream.send(type, { ...news, isYou: news.accountId === session.actor.accountId }, news.eventId);
  };
  const catchUp = async () => {
    if (latest === undefined) latest = await getLatestEventId(scope, reportId);
    else for (const notice of await listNoticesSince(scope, reportId, latest)) notify(notice);
    stream.send('hello', {}, latest);
  };
  // Events received while catching up have to wait, because sending them would move the starting point of the catch-up.
  const next = inOrder(stream);
  return {
    notify: (notice: LiveNotice) => next(() => notify(notice)),
    resume: () => next(catchUp),
    finish: () => next(stream.end),
  };
}

/** Sends a tab the events of its report until now, and ends. */
function sendOnce(news: ReturnType<typeof newsOf>): () => void {
  news.resume();
  news.finish();
  return () => undefined;
}

/** Connects a tab to the events of its report; its presence is shown only to officers of its own side. */
export function openReportStream(stream: EventStream, report: WatchedReport, watch: Watch): () => void {
  const { tab: tabId, task, after } = watch;
  const { accountId, displayName: name } = report.session.actor;
  const news = newsOf(report, stream, after);
  if (watch.once) return sendOnce(news);
  let shown = '';
  return joinLive({
    accountId,
    reportId: report.reportId,
    side: report.side,
    presence: { tabId, accountId, name, taskId: task ?? null, at: realNow().toISOString() },
    showWriters: (writers) => {
      const text = JSON.stringify(writers);
      if (text !== shown) stream.send('writers', writers);
      shown = text;
    },
    notify: news.notify,
    resume: news.resume,
    mayStay: () => mayStillWatch(report),
    supersede: () => supersede(stream),
    end: stream.end,
  });
}
