import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { scopeOf } from '@/lib/domain/authorization';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';
import { canonicalForm } from '@/lib/domain/report/report-snapshot';
import { lookUpReceiptFrom } from '@/lib/receipts/data';
import { verifyReceiptFile } from '@/lib/receipts/verification';
import { exportFiledVersion } from '@/lib/receipts/version-export';
import { migrate } from '@/scripts/migrate';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { loadEarlierDatabase } from '../support/earlier-database';
import type { EarlierRow } from '../support/earlier-rows';

const now = new Date('2020-04-08T03:00:00.000Z');

type Filed = {
  row: EarlierRow & { reportId: string; digest: string; receiptNumber: string; snapshot: { agency: { name: string } } };
  file: { name: string; body: string };
};

/** A report as the last version of the portal before plans of other shapes filed and exported it. */
let filed: Filed;

beforeAll(async () => {
  const path = new URL('../support/databases/before-plans.json', import.meta.url);
  filed = (JSON.parse(await readFile(path, 'utf8')) as { filed: Filed }).filed;
  await loadEarlierDatabase('before-refactoring', [filed.row]);
  await migrate(process.env.DATABASE_URL ?? '');
  await setDemonstrationClock(now);
});

test('a receipt file of before there were other plans verifies, and its digest is that of its text', () => {
  const { receiptNumber, digest, snapshot } = filed.row;
  expect(verifyReceiptFile(filed.file.body)).toMatchObject({ ok: true, receipt: { receiptNumber, digest } });
  expect(createHash('sm3').update(canonicalForm(snapshot), 'utf8').digest('hex')).toBe(digest);
});

test('a receipt of before there were other plans is genuine', async () => {
  const { receiptNumber, digest, snapshot } = filed.row;
  expect(await lookUpReceiptFrom('10.2.0.2', parseReceiptNumber(receiptNumber) ?? '')).toMatchObject({
    kind: 'genuine',
    receipt: { receiptNumber, digest, agencyName: snapshot.agency.name },
  });
});

test('a version of before there were other plans is exported byte for byte as it was then', async () => {
  const actor = await makeAccount('leader');
  expect(await exportFiledVersion({ actor, scope: scopeOf(actor) }, filed.row.reportId, 1)).toEqual(filed.file);
});
