import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { proposePublications } from '@/lib/publication/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { acceptedOn, asked, proposalOf } from '../support/publishing';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql, sqlState } from '../support/sql';
import { granted, storeCalendar } from '../support/writing';

const unchecked = 'TP004';

let report: MadeReport;
let coordinator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  [coordinator, reviewer] = await Promise.all([makeAccount('coordinator'), makeAccount('reviewer')]);
});

beforeEach(async () => {
  report = await makeReport({ status: 'accepted' });
  granted(await proposePublications([proposalOf(report, ['progress'])], asked(coordinator)));
});

/** Inserts the publication of what was proposed past the application, with some columns changed. */
const publishByHand = (changed: { by?: string; content?: string; on?: string | null; isProposed?: false }) =>
  sqlState(
    sql(
      `INSERT INTO "Publication"
         (id, "reportId", "filedVersionId", number, kind, "proposalId", content, "secrecyReviewer", "secrecyReviewedOn",
          "publishedAt", "publishedById")
       SELECT gen_random_uuid(), "reportId", "filedVersionId", 1, 'published', CASE WHEN $5 THEN id END,
         coalesce($2::jsonb, content), '保密员', $4::date, now(), $3
       FROM "PublicationProposal" WHERE "reportId" = $1`,
      [
        report.id,
        changed.content ?? null,
        changed.by ?? reviewer.accountId,
        changed.on === undefined ? acceptedOn : changed.on,
        changed.isProposed ?? true,
      ],
    ),
  );

test('the database takes what one account proposed and another one confirmed', async () => {
  expect(await publishByHand({})).toBeNull();
});

test.each([
  ['without a proposal', () => ({ isProposed: false as const })],
  ['confirmed by the account that proposed it', () => ({ by: coordinator.accountId })],
  [
    'with another content than the proposed one',
    () => ({ content: JSON.stringify({ entries: [], note: randomUUID() }) }),
  ],
  ['checked on the day before its acceptance', () => ({ on: '2020-04-01' })],
  ['without a day of the check', () => ({ on: null })],
])('the database refuses a publication %s', async (_, changed) => {
  expect(await publishByHand(changed())).toBe(unchecked);
});
