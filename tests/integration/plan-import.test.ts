import { beforeAll, describe, expect, test } from 'vitest';
import {
  beginImport,
  chooseAgency,
  chooseMembers,
  discardImport,
  makeRestNew,
  undoEdit,
} from '@/lib/plans/import/mutations';
import { listRunningTasks } from '@/lib/plans/import/storing/data';
import { makeAccount } from '../support/accounts';
import {
  begun,
  codeOf,
  context,
  coordinator,
  counts,
  edit,
  given,
  officeId,
  reading,
  setImportScene,
  store,
} from '../support/plan-import-scene';
import { samplePlan } from '../support/plan-samples';
import { one, type Row, sql } from '../support/sql';

beforeAll(setImportScene);

describe('the merged Word table', () => {
  test('is mended, compared with the register and stored as a draft with all its tasks', async () => {
    const id = await begun('g4-merged.docx');
    const before = await reading(id);
    const meaning = Object.fromEntries(before.reading.units.map((unit) => [unit.name, unit.meaning.kind]));
    expect(meaning).toEqual({
      市发展改革委: 'agencies',
      市通信管理局: 'open',
      市财政局: 'open',
      市科技局: 'open',
      市教委: 'open',
      市人社局: 'open',
      各区人民政府: 'open',
    });
    expect(codeOf(await store(id, '2026'))).toBe('import-unfinished');

    given(await chooseAgency({ importId: id, unit: '市科技局', agency: '市科学技术局' }, context()));
    given(await makeRestNew({ importId: id }, context()));
    const districts = await sql<Row & { id: string }>(
      `SELECT id FROM "Agency" WHERE name LIKE '%区人民政府' ORDER BY position`,
      [],
    );
    const members = districts.map((agency) => agency.id);
    given(await chooseMembers({ importId: id, unit: '各区人民政府', members }, context()));
    expect(given(await store(id, '2026'))).toEqual({ planCode: '2026' });

    const plan = await one<Row & { id: string }>(
      `SELECT id, code, title, issuer, "issuedOn"::text, "contactOffice", status::text, "firstOn"::text, "lastOn"::text,
         "officeId", "noticeText" FROM "Plan" WHERE code = '2026'`,
      [],
    );
    expect(plan).toMatchObject({
      title: '某市科学技术局关于印发《某市人工智能产业行动计划2026年重点任务分工》的通知',
      issuer: '某市科学技术局',
      issuedOn: '2026-02-05',
      contactOffice: '市科技局高新技术处',
      status: 'draft',
      firstOn: '2026-01-01',
      lastOn: '2026-12-31',
      officeId,
    });
    const names = new Map(
      (await sql<Row & { id: string; name: string }>('SELECT id, name FROM "Agency"', [])).map(({ id: key, name }) => [
        key,
        name,
      ]),
    );
    const tasks = (await listRunningTasks(plan.id)).map(({ code, facts }) => ({
      ...facts,
      code,
      leads: facts.leads.map((each) => names.get(each)),
      supports: facts.supports.map((each) => names.get(each)).toSorted(),
    }));
    expect(tasks.map(({ code, number, headings, text, measures }) => [code, number, headings, text, measures])).toEqual(
      [
        ['2026-01', '1', ['一、夯实基础（3项）'], '建设算力中心', ['推动一期工程开工。']],
        ['2026-02', '2', ['一、夯实基础（3项）'], '建设算力中心', ['投运机架500个。']],
        ['2026-03', '3', ['一、夯实基础（3项）'], '加强人才培养', ['支持高校设置专业；', '引育青年人才。']],
        ['2026-04', '4', ['二、开放应用（1项）'], '开放应用场景', ['发布场景清单。']],
      ],
    );
    expect(tasks.map(({ leads }) => leads)).toEqual([
      ['市发展和改革委员会', '市通信管理局'],
      ['市发展和改革委员会', '市通信管理局'],
      ['市教委'],
      ['市科学技术局'],
    ]);
    expect(tasks[2]?.supports).toEqual(['东区人民政府', '市人社局', '西区人民政府'].toSorted());
    expect(tasks[2]?.groups).toEqual([{ part: 'support', name: '各区人民政府' }]);
    expect(tasks.map(({ dueText, dueOn, dueKind }) => [dueText, dueOn, dueKind])).toEqual([
      ['6月底前', '2026-06-30', 'by_date'],
      ['2026年底前', '2026-12-31', 'by_date'],
      ['长期坚持', null, 'standing'],
      ['每季度', null, 'each_period'],
    ]);
    const events = await sql<Row & { name: string; codes: string[] | null }>(
      `SELECT name, detail -> 'agencyCodes' AS codes FROM "Event" WHERE "accountId" = $1 ORDER BY id`,
      [coordinator.accountId],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'plan-import-begun',
      'plan-import-changed',
      'plan-import-changed',
      'plan-import-changed',
      'agency-added',
      'agency-added',
      'agency-added',
      'agency-added',
      'agency-group-set',
      'plan-imported',
    ]);
    // The record names the members of the group by their codes, as it does where they are set in the register.
    expect(events.find(({ name }) => name === 'agency-group-set')?.codes).toHaveLength(2);
    expect(codeOf(await edit(id, { kind: 'cell', row: 1, column: 0, text: '甲' }))).toBe('import-not-open');
  });

  test('the members of a group are known to the next file that names it', async () => {
    const id = await begun('g4-merged.docx');
    const { reading: again } = await reading(id);
    expect(again.units.filter(({ meaning }) => meaning.kind === 'open').map(({ name }) => name)).toEqual(['市科技局']);
    expect(codeOf(await store(id, '2026'))).toBe('import-unfinished');
    given(await chooseAgency({ importId: id, unit: '市科技局', agency: '市科学技术局' }, context()));
    expect(codeOf(await store(id, '2026'))).toBe('import-plan-taken');
    given(await discardImport({ importId: id }, context()));
  });
});

describe('a file with problems', () => {
  test('has each problem at its cell, and is finished once the cells are filled', async () => {
    const id = await begun('m1-missing-cell.txt');
    const first = await reading(id);
    expect(first.reading.problems.map(({ code, at }) => [code, at?.column])).toEqual([
      ['row-too-short', undefined],
      ['lead-missing', 2],
    ]);
    const rowOf = (index: number) => first.reading.problems[index]?.at?.row.id ?? 0;
    given(await edit(id, { kind: 'cell', row: rowOf(0), column: 2, text: '市科学技术局' }, '各区人民政府'));
    given(await edit(id, { kind: 'cell', row: rowOf(0), column: 3, text: '各区人民政府' }, ''));
    given(await edit(id, { kind: 'cell', row: rowOf(1), column: 2, text: '市教委' }, ''));
    const { reading: mended } = await reading(id);
    expect(mended.problems).toEqual([]);
    expect(mended.tasks.map(({ leads, supports }) => [leads, supports])).toEqual([
      [['市发展改革委'], ['市财政局']],
      [['市科学技术局'], [{ group: '各区人民政府' }]],
      [['市教委'], ['市人社局']],
    ]);
  });

  test('a cell that another coordinator changed first is refused with both texts, and nothing is lost', async () => {
    const other = await makeAccount('coordinator');
    const id = await begun('m1-missing-cell.txt');
    const { reading: seen } = await reading(id);
    const row = seen.problems[1]?.at?.row.id ?? 0;
    given(await edit(id, { kind: 'cell', row, column: 2, text: '市教委' }, ''));
    const late = await edit(id, { kind: 'cell', row, column: 2, text: '市人社局' }, '', other);
    expect(late).toEqual({ ok: false, refusal: { code: 'import-changed', theirs: '市教委', yours: '市人社局' } });
    given(await edit(id, { kind: 'cell', row, column: 2, text: '市人社局' }, '市教委', other));
    expect((await reading(id)).reading.tasks.at(-1)?.leads).toEqual(['市人社局']);
  });

  test('the last change is taken back, once', async () => {
    const id = await begun('m1-missing-cell.txt');
    const { reading: seen } = await reading(id);
    const row = seen.problems[1]?.at?.row.id ?? 0;
    given(await edit(id, { kind: 'cell', row, column: 2, text: '市教委' }, ''));
    const undone = await Promise.all([
      undoEdit({ importId: id, acts: 1 }, context()),
      undoEdit({ importId: id, acts: 1 }, context()),
    ]);
    expect(undone.map(codeOf).toSorted()).toEqual(['accepted', 'stale']);
    expect((await reading(id)).reading.problems.map(({ code }) => code)).toEqual(['row-too-short', 'lead-missing']);
  });

  test.each([
    ['m2-broken-quote.csv', 'quote-not-closed'],
    ['m4-mojibake.csv', 'encoding-mixed-up'],
  ])('%s is refused with its reason, and nothing of it is kept', async (name, problem) => {
    const before = await counts();
    const result = await beginImport({ officeId, planCode: '', name, file: samplePlan(name) }, context());
    expect(result).toMatchObject({ ok: false, refusal: { code: 'plan-file-unreadable', problem } });
    expect(await counts()).toEqual(before);
  });

  test('a table without a header is read once its columns are assigned', async () => {
    const id = await begun('m5-no-header.docx');
    const { reading: asked } = await reading(id);
    expect(asked.problems.map(({ code }) => code)).toEqual(['header-missing', 'table-in-cell', 'cell-spans-columns']);
    const kinds = ['number', 'text', 'leads', 'due'] as const;
    given(await edit(id, { kind: 'columns', table: 0, kinds: [...kinds] }, ''));
    const row = asked.problems[2]?.at?.row.id ?? 0;
    const column = asked.problems[2]?.at?.column ?? 0;
    given(await edit(id, { kind: 'split', row, column }));
    const { reading: read } = await reading(id);
    expect(read.problems.map(({ code }) => code)).toEqual(['table-in-cell']);
    expect(read.tasks.map(({ number, text, leads, due }) => [number, text, leads, due?.on])).toEqual([
      ['1', '建设算力中心', ['市发展改革委'], '2026-12-31'],
      ['2', '开放应用场景\n场景 60个', ['市科技局'], '2026-12-31'],
      ['3', '加强人才培养', ['市教委'], undefined],
    ]);
  });
});
