import { beforeAll, describe, expect, test } from 'vitest';
import { createAccount, signIn } from '@/lib/accounts/mutations';
import { listAssignedAgencies } from '@/lib/assignment/data';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { listLog } from '@/lib/notifications/deliveries/data';
import { listAgencies, listReports } from '@/lib/review/data';
import { countByAgency } from '@/lib/statistics/data';
import { listOpenProblems } from '@/lib/statistics/entries/data';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { blankEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const page = { number: 1, size: 10 };
const name = '市工业和信息化局（“５Ｇ”专班）';
let report: MadeReport;
let division: ReportScope & { kind: 'all' };

beforeAll(async () => {
  await setDemonstrationClock(now);
  const coordinator = await makeAccount('coordinator');
  division = scopeOf(coordinator) as ReportScope & { kind: 'all' };
  const problems = '〔2020〕12号文——⼀期 CNC 设备未到位，100%受影响';
  report = await makeReport({ status: 'filed', tasks: 1, entry: { ...blankEntry, problems } });
  await sql('UPDATE "Agency" SET name = $2 WHERE id = $1', [report.agencyId, name]);
  await makeReport({ status: 'filed' });
  const account = await makeAccount('reporter', report.agencyId);
  await sql(
    `INSERT INTO "Notification" (id, "accountId", kind, cause, subject, body, link, "createdAt")
     VALUES (gen_random_uuid(), $1, 'chased', 'search', '催办', '催办', '/filing', $2)`,
    [account.accountId, now],
  );
});

describe('a text is found by what a person would call the same', () => {
  test.each([
    ['as it is written', name],
    ['in half-width characters', '5G'],
    ['in small letters', '5g'],
    ['in full-width small letters', '５ｇ'],
    ['with other quotation marks', '"5G"专班'],
    ['with Chinese quotation marks', '「5G」'],
    ['with half-width brackets', '局(“5G'],
    ['with blanks within', '市 工业　和信息化局'],
    ['with an unseen character within', '信息\u200B化'],
    ['with a radical in place of an ideograph', '⼯业'],
  ])('%s', async (_rule, search) => {
    const filter = { planCode: report.planCode, periodCode: null, status: null, search, now };
    const codes = [
      (await listReports(division, filter, page)).rows.map(({ id }) => id),
      (await listAgencies(division, filter, page)).agencies.flatMap(({ reports }) => reports.map(({ id }) => id)),
    ];
    expect(codes).toEqual([[report.id], [report.id]]);
    const counted = await countByAgency(division, filter, page);
    expect(counted.agencies.map((agency) => agency.name)).toEqual([name]);
    const assigned = await listAssignedAgencies(division, {
      planCode: report.planCode,
      search,
      assignedTo: null,
      page: 1,
      size: 10,
    });
    expect(assigned.agencies.map((agency) => agency.name)).toEqual([name]);
    expect((await listLog(division, search, page)).messages.map(({ agencyName }) => agencyName)).toEqual([name]);
  });

  test.each(['[2020]12号', '（2020）', '号文--一期', 'ｃｎｃ设备', '一期cnc', '100％', '2020'])(
    'a problem, by %s',
    async (search) => {
      const filter = { planCode: report.planCode, periodCode: null, search, now };
      const { total } = await listOpenProblems(division, filter, page);
      expect(total).toBe(1);
    },
  );

  test.each(['%', '_', '\\', '工信局', '6G'])('no agency and no problem by %s', async (search) => {
    const filter = { planCode: report.planCode, periodCode: null, status: null, search, now };
    expect((await listAgencies(division, filter, page)).total).toBe(0);
    expect((await listOpenProblems(division, filter, page)).total).toBe(search === '%' ? 1 : 0);
  });
});

test('the form in which a text is searched does not depend on how it is written', async () => {
  const written = [
    ['Ａ１ Ｂ', 'a1b'],
    ['“甲”、‘乙’「丙」', '"甲","乙""丙"'],
    ['A—B――C-d', 'a-b-c-d'],
    ['⻅⾞\uF9D1', '见車六'],
    ['一\u202E二\u00A0三\u3000四\n五', '一二三四五'],
  ];
  for (const [text, form] of written) {
    const folded = await one<{ form: string }>('SELECT search_form($1) AS form', [text]);
    expect(folded.form).toBe(form);
  }
});

describe('a user name', () => {
  const password = 'Richtig-2020';
  const attempt = (userName: string) => signIn({ userName, password, address: '', userAgent: 'test' });
  const make = (userName: string) =>
    createAccount({ userName, displayName: '试验员', roles: ['reviewer'], agencyCode: null, password });

  test('signs in whatever its case and width', async () => {
    granted(await make('Agency_77'));
    for (const typed of ['Agency_77', 'AGENCY_77', 'agency_77', 'ａｇｅｎｃｙ_７７']) granted(await attempt(typed));
    expect(codeOf(await attempt('AgencyX77'))).toBe('wrong-password');
  });

  test('is refused to a new account that differs in case alone', async () => {
    granted(await make('zhang.san'));
    expect(codeOf(await make('Zhang.San'))).toBe('account-exists');
  });

  test('that differs from another in case alone since before signs in by its own spelling', async () => {
    granted(await make('lisi'));
    const other = await makeAccount('reviewer');
    await sql('UPDATE "Account" SET "userName" = \'LiSi\' WHERE id = $1', [other.accountId]);
    granted(await attempt('lisi'));
    expect(codeOf(await attempt('LISI'))).toBe('wrong-password');
  });

  test('is locked after five failures in whatever case', async () => {
    granted(await make('wangwu'));
    for (const typed of ['wangwu', 'Wangwu', 'WANGWU', 'ｗangwu', 'wAngwu'])
      await signIn({ userName: typed, password: 'falsch', address: '', userAgent: 'test' });
    expect(codeOf(await attempt('wangwu'))).toBe('sign-in-locked');
  });
});
