import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
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
import { finishImport, storeImport } from '@/lib/plans/import/storing/mutations';
import { getReadiness } from '@/lib/plans/lifecycle/data';
import { setGroup } from '@/lib/register/groups/mutations';
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

  test('of two files that are stored at once under one code, one is refused, and stays open', async () => {
    const ids = [await ready('race'), await ready('race')];
    const results = await Promise.all(ids.map((id) => store(id, 'race')));
    expect(results.map(codeOf).toSorted()).toEqual(['accepted', 'import-plan-taken']);
    const states = await Promise.all(ids.map(async (id) => (await reading(id)).stored.status));
    expect(states.toSorted()).toEqual(['open', 'stored']);
  });

  test('what the register no longer settles when the job comes is not stored', async () => {
    const id = await ready('unsettled');
    const { stored } = await reading(id);
    await sql(`UPDATE "PlanImport" SET status = 'storing', target = $2::jsonb WHERE id = $1`, [
      id,
      JSON.stringify({ kind: 'new', planCode: 'unsettled', accountId: coordinator.accountId, address: '' }),
    ]);
    await sql(`UPDATE "Agency" SET name = '市科技和工业局' WHERE name = '市科学技术局'`);
    expect(codeOf(await finishImport(id))).toBe('import-unfinished');
    await sql(`UPDATE "Agency" SET name = '市科学技术局' WHERE name = '市科技和工业局'`);
    expect((await reading(id)).stored).toMatchObject({ status: 'open', failed: true, version: stored.version });
    expect(await one(`SELECT count(*)::int AS n FROM "Plan" WHERE code = 'unsettled'`, [])).toEqual({ n: 0 });
  });

  test('a part of the head that is too long for a plan is a problem of its field, and nothing is stored', async () => {
    const id = await ready('long');
    given(await edit(id, { kind: 'head', field: 'contactPerson', text: '甲'.repeat(51) }));
    const { problems } = (await reading(id)).reading;
    expect(problems).toContainEqual({ code: 'head-too-long', at: null, values: { field: 'contactPerson', limit: 50 } });
    expect(codeOf(await store(id, 'long'))).toBe('import-unfinished');
    given(await edit(id, { kind: 'head', field: 'contactPerson', text: '甲'.repeat(50) }));
    expect(codeOf(await store(id, 'long'))).toBe('accepted');
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

test('a group that stood for nobody gives its agencies to the draft that names it once they are known', async () => {
  const id = await begun('g4-merged.docx');
  given(await chooseAgency({ importId: id, unit: '市科技局', agency: '市科学技术局' }, context()));
  given(await makeRestNew({ importId: id }, context()));
  given(await chooseMembers({ importId: id, unit: '各区人民政府', members: [] }, context()));
  given(await store(id, 'group'));
  const supporting = async () =>
    (
      await sql<Row & { name: string }>(
        `SELECT a.name FROM "SupportingAgency" s JOIN "Agency" a ON a.id = s."agencyId" JOIN "Task" t ON t.id = s."taskId"
         WHERE t.code = 'group-03' ORDER BY 1`,
        [],
      )
    ).map(({ name }) => name);
  const plan = await one<Row & { id: string; version: number }>(
    `SELECT id, version FROM "Plan" WHERE code = 'group'`,
    [],
  );
  expect((await getReadiness(plan.id)).unresolvedGroups).toEqual(['各区人民政府']);
  expect(await supporting()).toEqual(['市人社局']);

  const [east = '', west = ''] = (
    await sql<Row & { id: string }>(`SELECT id FROM "Agency" WHERE name LIKE '%区人民政府' ORDER BY position`, [])
  ).map((agency) => agency.id);
  given(await setGroup({ name: '各区人民政府', agencyIds: [east, west] }, context()));
  expect((await getReadiness(plan.id)).unresolvedGroups).toEqual([]);
  expect(await supporting()).toEqual(['东区人民政府', '市人社局', '西区人民政府'].toSorted());
  expect(await one(`SELECT version FROM "Plan" WHERE code = 'group'`, [])).toEqual({ version: plan.version + 1 });

  given(await setGroup({ name: '各区人民政府', agencyIds: [east] }, context()));
  expect(await supporting()).toContain('西区人民政府');
});
