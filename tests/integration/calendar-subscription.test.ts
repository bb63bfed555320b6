import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/calendar/[key]/route';
import { getCalendarKey } from '@/lib/calendar/feed/data';
import { changeCalendarSubscription } from '@/lib/calendar/feed/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { parseICalendar, textOf } from '../support/icalendar';
import { completeEntry, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, codeOf, granted, storeCalendar } from '../support/writing';

let agencyId: string;
let reporter: Actor;
let report: MadeReport;

beforeAll(storeCalendar);

beforeEach(async () => {
  await setDemonstrationClock(now);
  agencyId = await makeAgency();
  reporter = await makeAccount('reporter', agencyId);
  report = await makeReport({ agencyId });
});

const change = (what: Parameters<typeof changeCalendarSubscription>[1], actor = reporter) =>
  changeCalendarSubscription(actor, what, '10.0.0.7');

async function keyOf(actor = reporter): Promise<string> {
  const key = await getCalendarKey(actor);
  if (!key) throw new Error('there is no key');
  return key;
}

function fetched(key: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/calendar/${key}`, { headers });
  return GET(request, { params: Promise.resolve({ key }) });
}

const eventNames = async (actor = reporter) =>
  (await sql<{ name: string }>('SELECT name FROM "Event" WHERE "accountId" = $1 ORDER BY id', [actor.accountId])).map(
    ({ name }) => name,
  );

async function events(key: string) {
  return parseICalendar(await (await fetched(`${key}.ics`)).text()).components;
}

describe('the address of a calendar', () => {
  test('the address is made once, with an unguessable key, and the event does not have the key', async () => {
    granted(await change('subscribe'));
    const key = await keyOf();
    expect(key).toMatch(/^[\w-]{43}$/);
    granted(await change('subscribe'));
    expect(await keyOf()).toBe(key);
    expect(await eventNames()).toEqual(['calendar-subscribed']);
    expect(JSON.stringify(await sql('SELECT detail FROM "Event"'))).not.toContain(key);
  });

  test('two requests for an address at the same time make one', async () => {
    await Promise.all([change('subscribe'), change('subscribe')]);
    expect(await eventNames()).toEqual(['calendar-subscribed']);
  });

  test('renewing gives another address, and the old one is not found any more', async () => {
    granted(await change('subscribe'));
    const before = await keyOf();
    granted(await change('renew'));
    expect(await keyOf()).not.toBe(before);
    expect((await fetched(before)).status).toBe(404);
    expect((await fetched(await keyOf())).status).toBe(200);
  });

  test('an address that is switched off is not found, and renewing does not bring it back', async () => {
    granted(await change('subscribe'));
    const key = await keyOf();
    granted(await change('unsubscribe'));
    granted(await change('renew'));
    expect(await getCalendarKey(reporter)).toBeNull();
    expect((await fetched(key)).status).toBe(404);
    expect(await eventNames()).toEqual(['calendar-subscribed', 'calendar-unsubscribed']);
  });

  test.each(['reviewer', 'coordinator', 'leader', 'system_administrator'] as const)(
    'a %s, who has no deadlines, gets no address',
    async (role) => {
      const other = await makeAccount(role);
      expect(codeOf(await change('subscribe', other))).toBe('forbidden');
      expect(await getCalendarKey(other)).toBeNull();
    },
  );

  test('an approver can subscribe to the calendar of deadlines', async () => {
    const approver = await makeAccount('approver', agencyId);
    granted(await change('subscribe', approver));
    expect(await events(await keyOf(approver))).toHaveLength(1);
  });
});

describe('the subscribed calendar', () => {
  beforeEach(async () => {
    granted(await change('subscribe'));
  });

  test('the calendar is sent as text/calendar, is not kept by shared caches, and is confirmed by its entity tag', async () => {
    const response = await fetched(`${await keyOf()}.ics`);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const held = { 'If-None-Match': response.headers.get('etag') ?? '' };
    expect((await fetched(await keyOf(), held)).status).toBe(304);
  });

  test('the calendar has the deadlines of its own agency and no content of its reports', async () => {
    await makeReport();
    const key = await keyOf();
    expect((await events(key)).map((event) => textOf(event, 'UID'))).toEqual([`deadline-${report.id}@localhost:3000`]);
    const text = await (await fetched(key)).text();
    for (const content of [completeEntry.progress, completeEntry.results]) expect(text).not.toContain(content);
  });

  test('an extension moves the event in the calendar to its day under the same UID', async () => {
    const key = await keyOf();
    const [before] = await events(key);
    const coordinator = await makeAccount('coordinator');
    const asked = { reason: '数据未到', proposedOn: civilDate('2020-04-26') };
    granted(await requestExtension(report.id, asked, by(reporter, 7)));
    granted(await decideExtension(report.id, { note: '同意', grantedOn: civilDate('2020-04-26') }, by(coordinator, 8)));
    const [after] = await events(key);
    expect([textOf(before, 'DTSTART'), textOf(after, 'DTSTART')]).toEqual(['20200403', '20200426']);
    expect(textOf(after, 'UID')).toBe(textOf(before, 'UID'));
    expect(Number(textOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(textOf(before, 'SEQUENCE')));
    expect(textOf(after, 'DTSTAMP') > textOf(before, 'DTSTAMP')).toBe(true);
  });

  test('a return moves the event in the calendar to its last day', async () => {
    await sql(
      `UPDATE "Report" SET status = 'returned', "returnDueOn" = '2020-04-08', "returnClosesAt" = '2020-04-08T16:00:00Z'
       WHERE id = $1`,
      [report.id],
    );
    const [event] = await events(await keyOf());
    expect(textOf(event, 'DTSTART')).toBe('20200408');
    expect(textOf(event, 'DESCRIPTION')).toContain('退回修改');
  });

  test('the calendar of a closed account is not found', async () => {
    const key = await keyOf();
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [reporter.accountId]);
    expect((await fetched(key)).status).toBe(404);
  });

  test('the calendar of somebody who no longer works for the agency is not found', async () => {
    const key = await keyOf();
    await sql(`UPDATE "Account" SET roles = '{reviewer}', "agencyId" = NULL WHERE id = $1`, [reporter.accountId]);
    expect((await fetched(key)).status).toBe(404);
  });

  test.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, '%00', `${'a'.repeat(43)}.ics`])(
    'a calendar with the key “%s” is not found',
    async (key) => {
      expect((await fetched(key)).status).toBe(404);
    },
  );
});
