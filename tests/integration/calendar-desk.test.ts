import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCalendar, listArrangedDays } from '@/lib/calendar/data';
import { importCalendar } from '@/lib/calendar/mutations';
import { addYear, confirmYear, correctDay } from '@/lib/calendar/years/mutations';
import { type Actor, type Role, roles } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { readCalendar } from '@/lib/imports/calendar';
import { makeAccount } from '../support/accounts';
import { arrangementOf2027, arrangementTexts } from '../support/arrangements/texts';
import { setDemonstrationClock } from '../support/clock';
import { makeAgency } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, granted } from '../support/writing';

const now = new Date('2026-11-30T02:00:00Z');
const library = readCalendar();

let coordinator: Actor;

const context = (actor: Actor = coordinator) => by(actor, 0, now);
const versionOf = async (year: number) =>
  (await one<{ version: number }>('SELECT version FROM "CalendarYear" WHERE year = $1', [year])).version;
const events = () =>
  sql<{ name: string; accountId: string | null; at: Date; detail: Record<string, unknown> }>(
    `SELECT * FROM "Event" WHERE name LIKE 'calendar-%' ORDER BY id`,
  );
const stored = async () => [
  await sql('SELECT * FROM "CalendarYear" ORDER BY year'),
  await sql('SELECT * FROM "CalendarDay" ORDER BY date'),
  await events(),
];

/** Reads the text once, as the first press does, and gives the name of the preview. */
async function seenOf(text: string, year = 2027, actor = coordinator): Promise<string> {
  const first = await confirmYear({ year, version: await versionOf(year), text, seen: '' }, context(actor));
  if (first.ok || first.refusal.code !== 'arrangement-read') throw new Error('there is no preview');
  return first.refusal.name;
}

const confirm = async (text = arrangementOf2027, year = 2027, actor = coordinator) =>
  confirmYear({ year, version: await versionOf(year), text, seen: await seenOf(text, year) }, context(actor));

const correction = { kind: 'statutory_holiday' as const, name: '春节', reason: '国办发明电〔2027〕1号' };

beforeAll(async () => {
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  await sql('DELETE FROM "CalendarYear"');
  await sql('DELETE FROM "CalendarDay"');
  await importCalendar(library);
});

describe('a year that is confirmed by its text', () => {
  test('the first press stores nothing and shows what was read', async () => {
    const before = await stored();
    await seenOf(arrangementOf2027);
    expect(await stored()).toEqual(before);
  });

  test('the second press stores every day with the notice as its source, and who confirmed it when from which text', async () => {
    granted(await confirm());
    const days = await listArrangedDays(2027);
    expect(days).toHaveLength(33);
    expect(new Set(days.map(({ source, origin }) => `${origin} ${source}`))).toEqual(
      new Set(['people 国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕8号）']),
    );
    expect(await one('SELECT * FROM "CalendarYear" WHERE year = 2027')).toMatchObject({
      confirmed: true,
      origin: 'people',
      version: 1,
      text: arrangementOf2027,
      confirmedAt: now,
      confirmedById: coordinator.accountId,
    });
    const [last] = (await events()).slice(-1);
    expect(last).toMatchObject({ name: 'calendar-year-confirmed', accountId: coordinator.accountId });
    expect(last?.detail).toMatchObject({ year: 2027, text: arrangementOf2027 });
    expect((await getCalendar()).confirmedYears.has(2027)).toBe(true);
  });

  test('a text that was changed after the preview is not confirmed but shown again', async () => {
    const seen = await seenOf(arrangementOf2027);
    const text = arrangementOf2027.replace('、2月20日（周六）上班', '上班');
    const result = await confirmYear({ year: 2027, version: 0, text, seen }, context());
    expect(codeOf(result)).toBe('arrangement-read');
    expect(await versionOf(2027)).toBe(0);
  });

  test('a text with a problem is never confirmed, even under the name of its preview', async () => {
    const text = arrangementOf2027.replace('1月1日（周五）', '1月1日（周四）');
    const seen = await seenOf(text);
    expect(codeOf(await confirmYear({ year: 2027, version: 0, text, seen }, context()))).toBe('arrangement-read');
    expect(await versionOf(2027)).toBe(0);
  });

  test('the arrangement of a year replaces its own days in the December before, and no others', async () => {
    const text = arrangementOf2027.replace(
      '1月1日（周五）至3日（周日）放假，共3天。',
      '2026年12月31日（周四）至2027年1月3日（周日）放假调休，共4天。2026年12月27日（周日）上班。',
    );
    granted(await confirm(text));
    const december = await sql(
      `SELECT date::text, name FROM "CalendarDay" WHERE date > '2026-11-30' AND date < '2027-01-01'`,
    );
    expect(december).toEqual([
      { date: '2026-12-27', name: '元旦调休上班' },
      { date: '2026-12-31', name: '元旦' },
    ]);
    granted(await confirm());
    expect(await sql(`SELECT FROM "CalendarDay" WHERE date > '2026-11-30' AND date < '2027-01-01'`)).toEqual([]);
  });

  test('two coordinators who confirm at once: one wins, the other is told that the year has changed', async () => {
    const other = await makeAccount('coordinator');
    const seen = await seenOf(arrangementOf2027);
    const input = { year: 2027, version: 0, text: arrangementOf2027, seen };
    const results = await Promise.all([confirmYear(input, context()), confirmYear(input, context(other))]);
    expect(results.map((result) => codeOf(result)).toSorted()).toEqual(['stale', null].toSorted());
    expect(await versionOf(2027)).toBe(1);
  });
});

describe('a single day that is corrected', () => {
  const day = { ...correction, date: civilDate('2027-02-11') };

  test('it has its reason as its source, the year is kept by people, and the event says what was before', async () => {
    granted(await correctDay({ ...day, version: 0 }, context()));
    expect(
      await one(`SELECT kind::text, name, source, origin::text FROM "CalendarDay" WHERE date = '2027-02-11'`),
    ).toEqual({
      kind: 'statutory_holiday',
      name: '春节',
      source: '国办发明电〔2027〕1号',
      origin: 'people',
    });
    const [last] = (await events()).slice(-1);
    expect(last).toMatchObject({
      name: 'calendar-day-corrected',
      accountId: coordinator.accountId,
      detail: { year: 2027, date: '2027-02-11', before: null, after: { kind: 'statutory_holiday', name: '春节' } },
    });
  });

  test('a day off can be taken back to what its weekday makes it', async () => {
    const date = civilDate('2027-02-08');
    granted(await correctDay({ ...day, date, version: 0, kind: 'ordinary', name: '' }, context()));
    expect((await getCalendar()).days.has(date)).toBe(false);
  });

  test('what the day is already, a make-up day on a weekday and a version that is not the present one are refused', async () => {
    const before = await stored();
    const same = { ...day, date: civilDate('2027-02-08'), version: 0 };
    expect(codeOf(await correctDay(same, context()))).toBe('calendar-day-same');
    const weekday = { ...day, kind: 'makeup_workday' as const, version: 0 };
    expect(codeOf(await correctDay(weekday, context()))).toBe('makeup-not-weekend');
    expect(codeOf(await correctDay({ ...day, version: 3 }, context()))).toBe('stale');
    expect(codeOf(await correctDay({ ...day, date: civilDate('2050-02-11'), version: 0 }, context()))).toBe(
      'not-found',
    );
    expect(await stored()).toEqual(before);
  });
});

describe('a later release of the library', () => {
  const later = (text: string) => {
    const days = library.days.filter(({ date }) => !date.startsWith('2027'));
    const added = ['2027-01-01', '2027-02-05', '2027-02-06'].map((date) => ({
      ...{ date: civilDate(date), kind: 'statutory_holiday' as const, name: '节日', source: text },
    }));
    const years = library.years.map((year) =>
      year.year === 2027 ? { year: 2027, confirmed: true, source: text } : year,
    );
    return { days: [...days, ...added], years };
  };

  test('a provisional year is replaced as a whole and confirmed by the library', async () => {
    expect(await importCalendar(later('新版'))).toEqual({ differing: [] });
    expect((await listArrangedDays(2027)).map(({ date, source }) => `${date} ${source}`)).toEqual([
      '2027-01-01 新版',
      '2027-02-05 新版',
      '2027-02-06 新版',
    ]);
    expect(await one('SELECT confirmed, origin::text, source FROM "CalendarYear" WHERE year = 2027')).toEqual({
      confirmed: true,
      origin: 'library',
      source: '新版',
    });
    const [last] = (await events()).slice(-1);
    expect(last).toMatchObject({ name: 'calendar-imported', detail: { years: 1, days: 3, replaced: [2027] } });
  });

  test('a year that people confirmed stays as it is, and is named because the library has it otherwise', async () => {
    granted(await confirm());
    const before = await stored();
    expect(await importCalendar(later('新版'))).toEqual({ differing: [2027] });
    expect(await stored()).toEqual(before);
  });

  test('a year of people that the library has in the same way is not named', async () => {
    granted(await confirm(arrangementTexts[2026], 2026));
    expect(await importCalendar(library)).toEqual({ differing: [] });
  });

  test('the same release changes and records nothing', async () => {
    const before = await stored();
    await importCalendar(library);
    expect(await stored()).toEqual(before);
  });
});

describe('a year that is added', () => {
  test('the next year is added with the days of the regulation, provisional, up to ten years ahead', async () => {
    for (let year = 2031; year <= 2036; year += 1) granted(await addYear({ year }, context()));
    expect((await listArrangedDays(2036)).map(({ date }) => date)).toContain('2036-01-28');
    expect(await one('SELECT confirmed, origin::text FROM "CalendarYear" WHERE year = 2036')).toEqual({
      confirmed: false,
      origin: 'library',
    });
    expect(codeOf(await addYear({ year: 2037 }, context()))).toBe('calendar-year-too-far');
  });

  test('a year that is there already, or that leaves a gap, is refused', async () => {
    expect(codeOf(await addYear({ year: 2030 }, context()))).toBe('stale');
    expect(codeOf(await addYear({ year: 2033 }, context()))).toBe('stale');
    const both = await Promise.allSettled([addYear({ year: 2031 }, context()), addYear({ year: 2031 }, context())]);
    expect(both.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1);
  });
});

describe('who changes the calendar', () => {
  const others = roles.filter((role) => role !== 'coordinator');

  test.each(others)('the role %s confirms, corrects and adds nothing', async (role: Role) => {
    const isOfAgency = role === 'reporter' || role === 'approver';
    const actor = await makeAccount(role, isOfAgency ? await makeAgency() : null);
    const before = await stored();
    expect(codeOf(await confirm(arrangementOf2027, 2027, actor))).toBe('forbidden');
    expect(codeOf(await correctDay({ ...correction, date: civilDate('2027-02-11'), version: 0 }, context(actor)))).toBe(
      'forbidden',
    );
    expect(codeOf(await addYear({ year: 2031 }, context(actor)))).toBe('forbidden');
    expect(await stored()).toEqual(before);
  });
});
