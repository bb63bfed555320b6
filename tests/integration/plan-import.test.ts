import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import type { Result } from '@/lib/domain/refusal';
import { findImport, readImport } from '@/lib/plans/import/data';
import {
  beginImport,
  chooseAgency,
  chooseMembers,
  discardImport,
  editImport,
  makeRestNew,
  undoEdit,
} from '@/lib/plans/import/mutations';
import { listRunningTasks } from '@/lib/plans/import/storing/data';
import { storeImport } from '@/lib/plans/import/storing/mutations';
import { makeAccount } from '../support/accounts';
import { samplePlan } from '../support/plan-samples';
import { one, type Row, sql } from '../support/sql';

const now = new Date('2026-02-10T01:00:00Z');
let coordinator: Actor;
let officeId: string;

const context = (actor = coordinator) => ({ actor, now, address: '192.0.2.1' });

function given<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'accepted' : result.refusal.code);

async function begun(name: string, file = samplePlan(name)): Promise<string> {
  return given(await beginImport({ officeId, planCode: '', name, file }, context())).id;
}

async function reading(id: string) {
  const stored = await findImport(id);
  if (!stored) throw new Error('no import');
  return { stored, ...(await readImport(stored)) };
}

const edit = (importId: string, change: DraftEdit, was?: string, actor = coordinator) =>
  editImport({ importId, edits: [change], was }, context(actor));

const store = async (importId: string, planCode: string, kind: 'new' | 'draft' = 'new') => {
  const { stored } = await reading(importId);
  return storeImport({ importId, version: stored.version, target: { kind, planCode } }, context());
};

const counts = async () =>
  await one<Row>(
    `SELECT (SELECT count(*)::int FROM "Plan") AS plans, (SELECT count(*)::int FROM "Task") AS tasks,
         (SELECT count(*)::int FROM "Agency") AS agencies, (SELECT count(*)::int FROM "PlanImport") AS imports`,
    [],
  );

beforeAll(async () => {
  coordinator = await makeAccount('coordinator');
  officeId = '01970000-0000-7000-8000-000000000001';
  await sql(`INSERT INTO "Office" (id, code, name) VALUES ($1, 'keji', '市科技局高新技术处')`, [officeId]);
  await sql(
    `INSERT INTO "Agency" (id, code, name, aliases, position) VALUES
       (gen_random_uuid(), '01', '市发展和改革委员会', '{市发展改革委}', 1),
       (gen_random_uuid(), '02', '市科学技术局', '{}', 2), (gen_random_uuid(), '03', '东区人民政府', '{}', 3),
       (gen_random_uuid(), '04', '西区人民政府', '{}', 4)`,
    [],
  );
});

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
    const events = await sql<Row & { name: string }>(`SELECT name FROM "Event" WHERE "accountId" = $1 ORDER BY id`, [
      coordinator.accountId,
    ]);
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

describe('storing', () => {
  const ready = async (code: string) => {
    const id = await begun(
      `${code}.csv`,
      Buffer.from('序号,任务,牵头单位,完成时限\n1,治理河道,市科学技术局,2026年底前\n2,修复湿地,市科学技术局,每季度'),
    );
    const head = { title: `${code}计划`, issuer: '某市', issuedOn: '2026-02-01', contactOffice: '办公室' } as const;
    const edits = Object.entries(head).map(
      ([field, text]): DraftEdit => ({ kind: 'head', field: field as keyof typeof head, text }),
    );
    given(await editImport({ importId: id, edits }, context()));
    return id;
  };

  test('asks for what the file does not say of the plan', async () => {
    const id = await begun('bare.csv', Buffer.from('序号,任务,牵头单位\n1,治理河道,市科学技术局'));
    given(await edit(id, { kind: 'head', field: 'year', text: '2027' }, ''));
    const { stored } = await reading(id);
    const result = await storeImport(
      { importId: id, version: stored.version, target: { kind: 'new', planCode: 'bare' } },
      context(),
    );
    const fields = ['title', 'issuer', 'issuedOn', 'contactOffice'];
    expect(result).toEqual({ ok: false, refusal: { code: 'import-head-missing', fields } });
  });

  test('twice at once stores one plan', async () => {
    const id = await ready('twice');
    const { stored } = await reading(id);
    const asked = { importId: id, version: stored.version, target: { kind: 'new', planCode: 'twice' } } as const;
    const results = await Promise.all([storeImport(asked, context()), storeImport(asked, context())]);
    expect(results.map(codeOf).toSorted()).toEqual(['accepted', 'import-not-open']);
    expect(
      await one(
        `SELECT count(*)::int AS n FROM "Task" t JOIN "Plan" l ON l.id = t."planId" WHERE l.code = 'twice'`,
        [],
      ),
    ).toEqual({ n: 2 });
  });

  test('a version that somebody has changed since is refused', async () => {
    const id = await ready('stale');
    const { stored } = await reading(id);
    given(await edit(id, { kind: 'head', field: 'title', text: '另一标题' }));
    const asked = { importId: id, version: stored.version, target: { kind: 'new', planCode: 'stale' } } as const;
    expect(codeOf(await storeImport(asked, context()))).toBe('stale');
  });

  test('a fault while storing leaves the import open and nothing stored', async () => {
    const id = await ready('fault');
    const before = await counts();
    await sql(
      `CREATE FUNCTION fail_lead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is gone'; END $$;
       CREATE TRIGGER fail_lead BEFORE INSERT ON "TaskLead" FOR EACH ROW EXECUTE FUNCTION fail_lead()`,
    );
    await expect(store(id, 'fault')).rejects.toThrow();
    await sql('DROP TRIGGER fail_lead ON "TaskLead"; DROP FUNCTION fail_lead()');
    expect(await counts()).toEqual(before);
    expect((await reading(id)).stored).toMatchObject({ status: 'open', failed: true });
    expect(codeOf(await store(id, 'fault'))).toBe('accepted');
  });

  test('into a draft changes the tasks that differ, and keeps the others', async () => {
    const first = await ready('into');
    given(await store(first, 'into'));
    const plan = await one<Row & { id: string; version: number }>(
      `SELECT id, version FROM "Plan" WHERE code = 'into'`,
      [],
    );
    const before = await listRunningTasks(plan.id);
    const file = Buffer.from(
      '序号,任务,牵头单位,完成时限\n1,治理河道,市科学技术局、东区人民政府,2026年底前\n3,建雷达站,西区人民政府,2026年底前',
    );
    const { id } = given(await beginImport({ officeId, planCode: 'into', name: 'next.csv', file }, context()));
    given(await store(id, 'into', 'draft'));
    const after = await listRunningTasks(plan.id);
    expect(after.map(({ facts }) => [facts.number, facts.text, facts.leads.length])).toEqual([
      ['1', '治理河道', 2],
      ['3', '建雷达站', 1],
    ]);
    expect(after[0]?.id).toBe(before[0]?.id);
    const event = await one<Row & { detail: object }>(
      `SELECT detail FROM "Event" WHERE name = 'plan-changed' ORDER BY id DESC LIMIT 1`,
      [],
    );
    expect(event.detail).toMatchObject({ planCode: 'into', importId: id, tasks: { added: 1, changed: 1, gone: 1 } });
  });
});

describe('the right to import', () => {
  test('is that of the coordinators of the office alone', async () => {
    const id = await begun('m1-missing-cell.txt');
    const elsewhere: Actor = { ...coordinator, offices: [] };
    const others = [
      elsewhere,
      await makeAccount('reviewer'),
      await makeAccount('leader'),
      await makeAccount('system_administrator'),
    ];
    for (const actor of others) {
      const asked = { importId: id, version: 0, target: { kind: 'new', planCode: 'x' } } as const;
      const results = [
        await beginImport(
          { officeId, planCode: '', name: 'm1.txt', file: samplePlan('m1-missing-cell.txt') },
          context(actor),
        ),
        await edit(id, { kind: 'cell', row: 1, column: 0, text: '甲' }, undefined, actor),
        await undoEdit({ importId: id, acts: 1 }, context(actor)),
        await discardImport({ importId: id }, context(actor)),
        await makeRestNew({ importId: id }, context(actor)),
        await chooseMembers({ importId: id, unit: '各区人民政府', members: [] }, context(actor)),
        await storeImport(asked, context(actor)),
      ];
      expect(new Set(results.map(codeOf))).toEqual(new Set(['not-found']));
    }
  });
});
