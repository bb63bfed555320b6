import { beforeAll, describe, expect, test } from 'vitest';
import { notifyOfDates } from '@/lib/chasing/job';
import { makeAccount } from '../support/accounts';
import { type Chased, extendTo, file, makePeriod, moveTo, returnUntil, storeAutumn } from '../support/chased-period';
import { sql } from '../support/sql';

/** The expected notifications by minute, written by hand from the State Council's arrangement for October 2020. */
const expected = [
  // The last day is Monday 12 October; Saturday the 10th is worked, the 1st to the 8th are off.
  '2020-09-28 09:00 reporter of 甲局 before-5/2020-10-12',
  '2020-09-28 09:00 reporter of 乙局 before-5/2020-10-12',
  '2020-09-28 09:00 reporter of 丙局 before-5/2020-10-12',
  // 乙局 filed on the 29th, so it gets nothing more.
  '2020-09-30 09:00 reporter of 甲局 before-3/2020-10-12',
  '2020-09-30 09:00 reporter of 丙局 before-3/2020-10-12',
  // On the 9th 丙局 gets an extension to the 20th, and the report of 丁局 is returned until the 16th.
  '2020-10-10 09:00 approver of 甲局 before-1/2020-10-12',
  '2020-10-10 09:00 reporter of 甲局 before-1/2020-10-12',
  '2020-10-10 09:00 reporter of 丁局 before-5/2020-10-16',
  '2020-10-13 09:00 approver of 甲局 after-1/2020-10-12',
  '2020-10-13 09:00 reporter of 甲局 after-1/2020-10-12',
  '2020-10-13 09:00 reporter of 丁局 before-3/2020-10-16',
  '2020-10-13 09:00 reporter of 丙局 before-5/2020-10-20',
  '2020-10-15 09:00 approver of 丁局 before-1/2020-10-16',
  '2020-10-15 09:00 approver of 甲局 after-3/2020-10-12',
  '2020-10-15 09:00 leader after-3/2020-10-12 of 甲局',
  '2020-10-15 09:00 reporter of 丁局 before-1/2020-10-16',
  '2020-10-15 09:00 reporter of 甲局 after-3/2020-10-12',
  '2020-10-15 09:00 reporter of 丙局 before-3/2020-10-20',
  // 丁局 files again on the 16th; 丙局 never files.
  '2020-10-19 09:00 approver of 丙局 before-1/2020-10-20',
  '2020-10-19 09:00 reporter of 丙局 before-1/2020-10-20',
  '2020-10-21 09:00 approver of 丙局 after-1/2020-10-20',
  '2020-10-21 09:00 reporter of 丙局 after-1/2020-10-20',
  '2020-10-23 09:00 approver of 丙局 after-3/2020-10-20',
  '2020-10-23 09:00 leader after-3/2020-10-20 of 丙局',
  '2020-10-23 09:00 reporter of 丙局 after-3/2020-10-20',
];

type SentMessage = { at: string; role: string; agency: string | null; cause: string; subject: string; body: string };

const sentMessages = () =>
  sql<SentMessage>(
    `SELECT to_char(n."createdAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at, c.roles[1]::text AS role,
       a.name AS agency, n.cause, n.subject, n.body
     FROM "Notification" n JOIN "Account" c ON c.id = n."accountId" LEFT JOIN "Agency" a ON a.id = c."agencyId"
     WHERE n.kind = 'ladder'
     ORDER BY n."createdAt", n.id`,
  );

function lineOf({ at, role, agency, cause, body }: SentMessage): string {
  const step = cause.split('/').slice(2).join('/');
  if (agency) return `${at} ${role} of ${agency} ${step}`;
  return `${at} ${role} ${step} of ${/尚未报送：(.+)。/.exec(body)?.[1]}`;
}

const days = Array.from({ length: 91 }, (_, index) =>
  new Date(Date.UTC(2020, 8, 1 + index)).toISOString().slice(0, 10),
);

/** The steps that the agencies and the division take, each at ten in the morning of its day. */
function eventsOf([, second, third, fourth]: Chased[]): Record<string, (now: Date) => Promise<unknown>> {
  if (!second || !third || !fourth) throw new Error('an agency is missing');
  return {
    '2020-09-20': (now) => file(fourth, now),
    '2020-09-29': (now) => file(second, now),
    '2020-10-09': async (now) => {
      await extendTo('2020-10-20')(third, now);
      await returnUntil('2020-10-16')(fourth, now);
    },
    '2020-10-16': (now) => file(fourth, now),
  };
}

describe('the chasing schedule over a whole period', () => {
  beforeAll(async () => {
    await storeAutumn();
    await makeAccount('leader');
    const happenings = eventsOf(await makePeriod(['甲局', '乙局', '丙局', '丁局']));
    for (const day of days) {
      for (const time of ['08:59', '09:00']) {
        await moveTo(`${day} ${time}`);
        await Promise.all([notifyOfDates(), notifyOfDates()]);
      }
      const happening = happenings[day];
      if (happening) await happening(await moveTo(`${day} 10:00`));
      await moveTo(`${day} 10:01`);
      await notifyOfDates();
    }
  }, 120_000);

  test('over a whole period the notifications are exactly those listed by hand', async () => {
    expect((await sentMessages()).map(lineOf).toSorted()).toEqual(expected.toSorted());
  });

  test('a chasing notification names the last day, the working days left and the step to take', async () => {
    const [first] = (await sentMessages()).filter(({ cause }) => cause.endsWith('before-5/2020-10-12'));
    expect(first).toMatchObject({
      subject: '【催办】2020年第三季度报告请最迟于2020年10月12日（周一）报送',
      body: '贵单位2020年第三季度报告尚未报送，截止日期为2020年10月12日（周一），含当日还剩6个工作日，请及时报送。',
    });
    const [late] = (await sentMessages()).filter(({ cause }) => cause.endsWith('after-1/2020-10-12'));
    expect(late).toMatchObject({
      subject: '【逾期催办】2020年第三季度报告已逾期',
      body: '贵单位2020年第三季度报告已于2020年10月12日（周一）截止，至今尚未报送。请尽快申请延期并补报。',
    });
  });
});
