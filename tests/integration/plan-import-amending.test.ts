import { beforeEach, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import { differenceKey } from '@/lib/domain/plan/task-differences';
import { amendFromImport } from '@/lib/plans/import/amending/mutations';
import { findImport, readImport } from '@/lib/plans/import/data';
import { beginImport, editImport } from '@/lib/plans/import/mutations';
import { listDifferences, listRunningTasks } from '@/lib/plans/import/storing/data';
import { type AmendedPlan, amend, makeAmendedPlan, midQuarter, taskOf } from '../support/amended-plan';
import { given } from '../support/plan-imports';
import { one, sql } from '../support/sql';

let plan: AmendedPlan;
let importId: string;
let newAgency: string;

const context = (actor = plan.coordinator) => ({ actor, now: midQuarter, address: '10.0.0.7' });
const terms = { fromPeriod: periodCode('2020Q2'), reason: '市政府专题会议纪要〔2020〕12号' };

async function read() {
  const stored = await findImport(importId);
  if (!stored) throw new Error('no import');
  const { reading } = await readImport(stored);
  const differences = await listDifferences(plan.id, reading);
  return { ...stored, keys: differences.map(differenceKey) };
}

async function amendAll(actor = plan.coordinator) {
  const { version, keys } = await read();
  return amendFromImport({ importId, version, chosen: keys, ...terms }, context(actor));
}

/** Everything that an import into an issued plan may write. */
const written = () =>
  one(
    `SELECT (SELECT count(*)::int FROM "TaskAmendment" WHERE "planId" = $1) AS amendments,
       (SELECT count(*)::int FROM "Task" WHERE "planId" = $1) AS tasks,
       (SELECT version FROM "Plan" WHERE id = $1) AS version,
       (SELECT count(*)::int FROM "Agency" WHERE name = $2) AS agencies,
       (SELECT count(*)::int FROM "Event" WHERE name IN ('task-amended', 'plan-amended', 'plan-import-compared')
          AND detail->>'planCode' = $3) AS events`,
    [plan.id, newAgency, plan.code],
  );

/** A file in which the first task reads otherwise and goes to another agency, the second is gone, and a fifth is new. */
beforeEach(async () => {
  plan = await makeAmendedPlan();
  newAgency = `${plan.code}新设局`;
  const agencies = await sql<{ id: string; name: string }>('SELECT id, name FROM "Agency"', []);
  const [, second = '', third = ''] = plan.agencies.map((id) => agencies.find((each) => each.id === id)?.name);
  const rows = [
    `${plan.code}-01,第1项任务，按月推进,${second}`,
    `${plan.code}-03,第3项任务，按季推进,${second}`,
    `${plan.code}-04,第4项任务，按季推进,${third}`,
    `,建设雷达站,${newAgency}`,
  ];
  const file = Buffer.from(`系统编号,任务,牵头单位\n${rows.join('\n')}`);
  const { officeId } = await one<{ officeId: string }>('SELECT "officeId" FROM "Plan" WHERE id = $1', [plan.id]);
  importId = given(await beginImport({ officeId, planCode: plan.code, name: 'next.csv', file }, context())).id;
  const head: DraftEdit = { kind: 'head', field: 'year', text: '2020' };
  const edits: DraftEdit[] = [head, { kind: 'unit', name: newAgency, as: { isNew: true } }];
  given(await editImport({ importId, edits }, context()));
});

test('each chosen difference becomes an amendment with the reason, and the import is stored', async () => {
  const { keys } = await read();
  expect(keys).toEqual([`changed:${plan.code}-01`, 'added:4:建设雷达站', `gone:${plan.code}-02`]);
  expect(given(await amendAll())).toEqual({ planCode: plan.code, isOpen: false });
  const rows = await sql<{ code: string; kind: string; fromPeriod: string; reason: string }>(
    `SELECT t.code, a.kind::text, a."fromPeriod", a.reason FROM "TaskAmendment" a JOIN "Task" t ON t.id = a."taskId"
     WHERE a."planId" = $1 ORDER BY a.kind::text, t.code`,
    [plan.id],
  );
  const of = (kind: string, position: string) => ({ ...terms, kind, code: `${plan.code}-${position}` });
  expect(rows).toEqual([of('added', '05'), of('corrected', '01'), of('ended', '02'), of('moved', '01')]);
  expect((await read()).status).toBe('stored');
  const running = await listRunningTasks(plan.id);
  expect(running.map(({ facts }) => facts.text)).toEqual([
    '第1项任务，按月推进',
    '第3项任务，按季推进',
    '第4项任务，按季推进',
    '建设雷达站',
  ]);
  const lead = await one(
    `SELECT l."agencyId", l."fromPeriod" FROM "TaskLead" l WHERE l."taskId" = $1 AND l."untilPeriod" IS NULL`,
    [plan.tasks[0]],
  );
  expect(lead).toEqual({ agencyId: plan.agencies[1], fromPeriod: '2020Q2' });
});

test('a difference that is not chosen changes nothing', async () => {
  const { version } = await read();
  const chosen = [`gone:${plan.code}-02`];
  given(await amendFromImport({ importId, version, chosen, ...terms }, context()));
  expect((await read()).keys).toEqual([`changed:${plan.code}-01`, 'added:4:建设雷达站']);
});

test('where one is refused, none is made, and the import stays open with all differences', async () => {
  const later = { kind: 'corrected', taskId: plan.tasks[1] as string, facts: taskOf(plan.agencies[0], '改') } as const;
  expect(await amend(plan, later, '2020Q4')).toMatchObject({ ok: true });
  const before = await written();
  const { keys, version } = await read();
  expect(await amendAll()).toEqual({
    ok: false,
    refusal: { code: 'amendment-before-another', periodCode: '2020Q4' },
  });
  expect(await written()).toEqual(before);
  expect(await read()).toMatchObject({ status: 'open', keys, version });
});

test('a fault in the last of them undoes the others', async () => {
  const before = await written();
  await sql(
    `CREATE FUNCTION fail_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is gone'; END $$;
     CREATE TRIGGER fail_end BEFORE UPDATE OF "endedFrom" ON "Task" FOR EACH ROW WHEN (NEW."endedFrom" IS NOT NULL)
       EXECUTE FUNCTION fail_end()`,
  );
  await expect(amendAll()).rejects.toThrow();
  await sql('DROP TRIGGER fail_end ON "Task"; DROP FUNCTION fail_end()');
  expect(await written()).toEqual(before);
  expect((await read()).status).toBe('open');
});

test('twice at once makes each of them once', async () => {
  const results = await Promise.all([amendAll(), amendAll()]);
  expect(results.map((result) => (result.ok ? 'accepted' : result.refusal.code)).sort()).toEqual([
    'accepted',
    'import-not-open',
  ]);
  expect(await written()).toMatchObject({ amendments: 4, tasks: 5 });
});

test('a coordinator of another office, a stale preview and an empty choice amend nothing', async () => {
  const before = await written();
  const { version, keys } = await read();
  const asked = { importId, version, chosen: keys, ...terms };
  const elsewhere = { ...plan.coordinator, offices: [] };
  expect(await amendFromImport(asked, context(elsewhere))).toMatchObject({ refusal: { code: 'not-found' } });
  const stale = { ...asked, version: version - 1 };
  expect(await amendFromImport(stale, context())).toMatchObject({ refusal: { code: 'stale' } });
  const none = { ...asked, chosen: [] };
  expect(await amendFromImport(none, context())).toMatchObject({ refusal: { code: 'nothing-chosen' } });
  expect(await written()).toEqual(before);
});

test('a new agency of a difference that is not chosen stays out of the register', async () => {
  const { version } = await read();
  const chosen = [`changed:${plan.code}-01`];
  given(await amendFromImport({ importId, version, chosen, ...terms }, context()));
  expect(await written()).toMatchObject({ agencies: 0, tasks: 4 });
});

test('an import stays open where there are more differences than a page lists, until they are on one', async () => {
  const rows = Array.from({ length: 199 }, (_, index) => `,新任务${index + 1},${newAgency}`);
  const file = Buffer.from(`系统编号,任务,牵头单位\n${rows.join('\n')}`);
  const { officeId } = await one<{ officeId: string }>('SELECT "officeId" FROM "Plan" WHERE id = $1', [plan.id]);
  importId = given(await beginImport({ officeId, planCode: plan.code, name: 'many.csv', file }, context())).id;
  const head: DraftEdit = { kind: 'head', field: 'year', text: '2020' };
  const edits: DraftEdit[] = [head, { kind: 'unit', name: newAgency, as: { isNew: true } }];
  given(await editImport({ importId, edits }, context()));
  // 199 tasks are new, and four of the plan are gone.
  const { keys, version } = await read();
  expect(keys).toHaveLength(203);
  const first = { importId, version, chosen: keys.slice(0, 4), ...terms };
  expect(given(await amendFromImport(first, context()))).toEqual({ planCode: plan.code, isOpen: true });
  const next = await read();
  expect(next).toMatchObject({ status: 'open', keys: keys.slice(4) });
  const second = { importId, version: next.version, chosen: keys.slice(4, 6), ...terms };
  expect(given(await amendFromImport(second, context()))).toEqual({ planCode: plan.code, isOpen: false });
  expect(await written()).toMatchObject({ agencies: 1, tasks: 10 });
});
