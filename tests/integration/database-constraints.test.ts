import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { reasonLimit, sectionLimit } from '@/lib/domain/report/entry';
import { formBounds } from '@/lib/schemas/entry-form';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { type Row, sql, sqlState, undone } from '../support/sql';

const refusedByCheck = '23514';
const refusedAsDouble = '23505';
const factIsFixed = 'TP002';
const appendOnly = 'TP003';

let report: MadeReport;

beforeAll(async () => {
  await setDemonstrationClock(now);
  report = await makeReport({ status: 'accepted', published: true });
  await sql(`INSERT INTO "Event" (name, "reportId", detail) VALUES ('report-filed', $1, '{}')`, [report.id]);
});

describe('filed, published and recorded rows are append-only', () => {
  test.each(['FiledVersion', 'Publication', 'Event'])('%s refuses UPDATE, DELETE and TRUNCATE', async (table) => {
    const column = table === 'Event' ? 'name' : 'number';
    expect(await sqlState(sql(`UPDATE "${table}" SET "${column}" = "${column}"`))).toBe(appendOnly);
    expect(await sqlState(sql(`DELETE FROM "${table}"`))).toBe(appendOnly);
    expect(await sqlState(sql(`TRUNCATE "${table}" CASCADE`))).toBe(appendOnly);
  });

  test('append-only rows are not lost by deleting or truncating the tables that they refer to', async () => {
    expect(await sqlState(sql('TRUNCATE "Report", "Account", "Agency" CASCADE'))).toBe(appendOnly);
    const { accountId } = await makeAccount('leader');
    await sql(`INSERT INTO "Event" (name, "accountId", detail) VALUES ('signed-in', $1, '{}')`, [accountId]);
    expect(await sqlState(sql('DELETE FROM "Account" WHERE id = $1', [accountId]))).toBe(appendOnly);
  });

  test('a report that was filed cannot be deleted', async () => {
    expect(await sqlState(sql('DELETE FROM "Report" WHERE id = $1', [report.id]))).not.toBeNull();
  });
});

describe('timeliness is decided once', () => {
  const setTimeliness = (id: string, to: string | null) =>
    sqlState(sql('UPDATE "Report" SET timeliness = $2::"Timeliness" WHERE id = $1', [id, to]));

  test('the timeliness of an unfiled report can be set', async () => {
    const unfiled = await makeReport();
    expect(await setTimeliness(unfiled.id, 'late')).toBeNull();
  });

  test.each(['late', 'extended', null])('a timeliness of on_time never becomes %s', async (to) => {
    expect(await setTimeliness(report.id, to)).toBe(factIsFixed);
  });

  test('a withdrawn report loses its timeliness, unless a version of it was returned', async () => {
    const withdrawn = await makeReport({ status: 'filed' });
    const withdraw = (id: string) =>
      sqlState(sql(`UPDATE "Report" SET status = 'draft', timeliness = NULL WHERE id = $1`, [id]));
    expect(await withdraw(withdrawn.id)).toBeNull();
    const returned = await makeReport({ status: 'returned' });
    expect(await withdraw(returned.id)).toBe(factIsFixed);
  });

  test('writing the same timeliness again is allowed', async () => {
    expect(await setTimeliness(report.id, 'on_time')).toBeNull();
  });
});

describe('unique rows', () => {
  test('there is one report per agency and period', async () => {
    const twin = sql(`INSERT INTO "Report" (id, "periodId", "agencyId", "updatedAt") VALUES ($1, $2, $3, now())`, [
      randomUUID(),
      report.periodId,
      report.agencyId,
    ]);
    expect(await sqlState(twin)).toBe(refusedAsDouble);
  });

  test('the number of a version is unique in its report, and a receipt number in all', async () => {
    const again = (change: string) =>
      sqlState(
        sql(
          `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
           SELECT gen_random_uuid(), "reportId", number, snapshot, digest, 'T-' || gen_random_uuid(), "filedById", timeliness
           FROM (SELECT "reportId", snapshot, digest, "filedById", timeliness, ${change} FROM "FiledVersion" WHERE "reportId" = $1) v`,
          [report.id],
        ),
      );
    expect(await again('number')).toBe(refusedAsDouble);
    expect(await again('number + 1 AS number')).toBeNull();
    const receipt = sql(
      `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
       SELECT gen_random_uuid(), "reportId", 9, snapshot, digest, "receiptNumber", "filedById", timeliness
       FROM "FiledVersion" WHERE "reportId" = $1 AND number = 1`,
      [report.id],
    );
    expect(await sqlState(receipt)).toBe(refusedAsDouble);
  });

  test('there is one entry per task and report', async () => {
    const twin = sql(`INSERT INTO "Entry" (id, "reportId", "taskId", "updatedAt") VALUES ($1, $2, $3, now())`, [
      randomUUID(),
      report.id,
      report.taskIds[0],
    ]);
    expect(await sqlState(twin)).toBe(refusedAsDouble);
  });
});

describe('the roles of an account', () => {
  const store = (roles: string | null, agencyId: string | null) =>
    undone((inside) =>
      sqlState(
        inside(
          `INSERT INTO "Account" (id, "userName", "displayName", "passwordHash", roles, "agencyId")
           VALUES (gen_random_uuid(), gen_random_uuid(), 'x', 'x', $1::"Role"[], $2)`,
          [roles, agencyId],
        ),
      ),
    );

  test.each(['{}', null])('an account has at least one role: refuses %s', async (roles) => {
    expect(await store(roles, null)).not.toBeNull();
  });

  test.each(['{system_administrator,auditor}', '{security_administrator,coordinator}', '{auditor,auditor}'])(
    'an administrator or auditor has no second role: refuses %s',
    async (roles) => {
      expect(await store(roles, null)).toBe(refusedByCheck);
    },
  );

  test('an account with a role of an agency belongs to an agency, any other to none', async () => {
    expect(await store('{reporter}', null)).toBe(refusedByCheck);
    expect(await store('{reviewer}', report.agencyId)).toBe(refusedByCheck);
    expect(await store('{reporter,approver}', report.agencyId)).toBeNull();
    expect(await store('{reviewer,coordinator}', null)).toBeNull();
  });
});

describe('the fields of an entry', () => {
  const write = (content: object) =>
    undone((inside) => sqlState(inside('UPDATE "Entry" SET content = $1', [JSON.stringify(content)])));

  test('have room for the largest form, filled to its limits with the longest characters', async () => {
    const sections = Array.from({ length: formBounds.sections }, (_, place) => [
      `part${place}`,
      '𠮷'.repeat(sectionLimit),
    ]);
    const reasons = sections.map(([key]) => [`no${key}Reason`, '𠮷'.repeat(reasonLimit)]);
    expect(await write(Object.fromEntries([...sections, ...reasons]))).toBeNull();
  });

  test('take no more than that, and nothing but an object', async () => {
    expect(await write({ part1: '字'.repeat(110_000) })).toBe(refusedByCheck);
    expect(await write(['progress'])).toBe(refusedByCheck);
  });
});

test('every text column has a maximum length', async () => {
  const unbounded = await sql<Row>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type IN ('text', 'character varying') AND character_maximum_length IS NULL`,
  );
  expect(unbounded).toEqual([]);
});

test('every foreign key has an index that begins with it', async () => {
  const bare = await sql<Row>(
    `SELECT conrelid::regclass::text AS table, conname AS key FROM pg_constraint c
     WHERE contype = 'f' AND NOT EXISTS (
       SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] = c.conkey)`,
  );
  expect(bare).toEqual([]);
});
