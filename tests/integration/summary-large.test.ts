import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { countSummary } from '@/lib/summaries/data';
import { listEntries } from '@/lib/summaries/entries/data';
import { moveUnit } from '@/lib/summaries/entries/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { storeLargePeriod, writeElsewhere } from '../support/large-summary';
import { now } from '../support/report-states';
import { asked, draftOf, headOf, scopeOfActor } from '../support/summary-drafts';
import { granted } from '../support/writing';

const agencies = 3_500;

let reviewer: Actor;
let summaryId: string;

beforeAll(async () => {
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
  const { planCode } = await storeLargePeriod(agencies, 3);
  summaryId = await draftOf(planCode, reviewer);
}, 120_000);

describe(`a summary draft of ${agencies} agencies`, () => {
  test('a draft of 3,500 agencies is counted, read page by page and reordered', async () => {
    const summary = await headOf(summaryId, reviewer);
    const scope = scopeOfActor(reviewer);
    expect(await countSummary(scope, summary)).toMatchObject({ units: agencies + 2, entries: agencies * 3 + 3 });
    const page = await listEntries(scope, { summaryId, first: 3_001, last: 3_010 });
    expect(new Set(page.map(({ position }) => position)).size).toBe(10);
    const [last] = await listEntries(scope, { summaryId, first: agencies, last: agencies });
    granted(await moveUnit({ summaryId, orderVersion: 0, from: agencies, to: 1 }, asked(reviewer)));
    const [first] = await listEntries(scope, { summaryId, first: 1, last: 1 });
    expect(first?.reportId).toBe(last?.reportId);
  });

  test('a draft of 3,500 agencies is written whole within 300 MB of memory', async () => {
    const written = await writeElsewhere(summaryId);
    expect(written.bytes).toBeGreaterThan(1_000_000);
    expect(written.megabytes).toBeLessThan(300);
  }, 120_000);
});
