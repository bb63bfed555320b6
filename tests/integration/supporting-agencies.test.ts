import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listSupportedTasks } from '@/lib/contributions/data';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { setSupportingAgencies } from '@/lib/plans/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { makeSupport } from '../support/contributions';
import { now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

let report: MadeReport;
let supporter: Actor;
let taskId: string;

const seenBy = async (actor: Actor) => (await listSupportedTasks(scopeOf(actor), now))[0];

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  report = await makeReport();
  taskId = report.taskIds[0] ?? '';
  const agencyId = await makeAgency();
  await makeSupport(taskId, agencyId);
  supporter = await makeAccount('reporter', agencyId);
});

describe('the supporting agencies of a task', () => {
  const codes = async () => {
    const { code } = await one<{ code: string }>('SELECT code FROM "Task" WHERE id = $1', [taskId]);
    const agencyCode = async (id: string | null) =>
      (await one<{ code: string }>('SELECT code FROM "Agency" WHERE id = $1', [id])).code;
    return { code, own: await agencyCode(report.agencyId), other: await agencyCode(supporter.agencyId) };
  };
  const recorded = (code: string) =>
    sql(`SELECT id FROM "Event" WHERE name = 'supporting-agencies-set' AND detail->>'taskCode' = $1`, [code]);

  test('the supporting agencies of a task are set, and recorded only when they change', async () => {
    const { code, other } = await codes();
    granted(await setSupportingAgencies(code, [other]));
    expect(await recorded(code)).toEqual([]);
    granted(await setSupportingAgencies(code, []));
    expect(await recorded(code)).toHaveLength(1);
    expect(await seenBy(supporter)).toBeUndefined();
    granted(await setSupportingAgencies(code, [other]));
    expect(await seenBy(supporter)).toMatchObject({ taskId });
  });

  test('supporting agencies are refused for an unknown task, if unknown, and if they lead the task', async () => {
    const { code, own } = await codes();
    expect(codeOf(await setSupportingAgencies('nowhere', []))).toBe('not-found');
    expect(codeOf(await setSupportingAgencies(code, ['nobody']))).toBe('agency-unknown');
    expect(codeOf(await setSupportingAgencies(code, [own]))).toBe('agency-unknown');
  });
});
