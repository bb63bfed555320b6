import { describe, expect, test } from 'vitest';
import { announcedOpenings, latestDigest } from '@/lib/domain/chasing/announcements';
import { bundledEvents, isNotifiedEvent, notifiedEvents, settlingEvents } from '@/lib/domain/chasing/notified-events';
import { mayChaseAgain } from '@/lib/domain/report/reminders';
import { eventNames } from '@/lib/domain/report/report-events';

const inChina = (time: string) => new Date(`${time}:00+08:00`);

describe('who is notified of the events of a report', () => {
  test('every event has its recipients or a reason for having none', () => {
    for (const name of Object.values(eventNames)) {
      const rule = notifiedEvents[name];
      expect('to' in rule ? isNotifiedEvent(name) : rule.nobody.length > 10).toBe(true);
    }
    expect(isNotifiedEvent('signed-in')).toBe(false);
  });

  test('whoever has to act is notified until the thing is done', () => {
    expect(settlingEvents['sign-off-requested']).toEqual(['report-filed', 'report-sent-back', 'sign-off-taken-back']);
    expect(settlingEvents['extension-requested']).toEqual(['extension-decided', 'extension-taken-back']);
    expect(settlingEvents['report-chased']).toEqual(['report-filed']);
    expect(settlingEvents['report-accepted']).toEqual([]);
    expect(new Set(bundledEvents)).toEqual(new Set(['report-filed', 'publication-proposed', 'read-tasks-changed']));
  });
});

describe('the days and hours of messages', () => {
  test.each([
    ['2020-04-02T08:59', '2020-04-01T17:00'],
    ['2020-04-02T09:00', '2020-04-01T17:00'],
    ['2020-04-02T09:01', '2020-04-02T09:00'],
    ['2020-04-02T16:59', '2020-04-02T13:00'],
    ['2020-04-03T00:00', '2020-04-02T17:00'],
  ])('at %s the latest hour of bundled messages is %s', (now, hour) => {
    expect(latestDigest(inChina(now))).toEqual(inChina(hour));
  });

  test('a period is announced from 09:00 of its first day on, for a week', () => {
    const isAnnounced = (now: string) => {
      const { after, until } = announcedOpenings(inChina(now));
      const opensAt = inChina('2020-06-01T00:00');
      return after < opensAt && opensAt <= until;
    };
    expect(['2020-06-01T08:59', '2020-06-01T09:00', '2020-06-07T23:59', '2020-06-08T00:00'].map(isAnnounced)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('an agency is chased again on the next day in China, or by a sender who has seen the last time', () => {
    const chasedAt = inChina('2020-04-02T23:30');
    expect(mayChaseAgain(null, null, chasedAt)).toBe(true);
    expect(mayChaseAgain(chasedAt, null, inChina('2020-04-02T23:59'))).toBe(false);
    expect(mayChaseAgain(chasedAt, null, inChina('2020-04-03T00:00'))).toBe(true);
    expect(mayChaseAgain(chasedAt, chasedAt, inChina('2020-04-02T23:59'))).toBe(true);
    expect(mayChaseAgain(chasedAt, inChina('2020-04-02T23:29'), inChina('2020-04-02T23:59'))).toBe(false);
  });
});
