import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { textOf } from '@/lib/domain/report/entry';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { listSummaryEvents } from '@/lib/summaries/data';
import { saveSummaryFrame } from '@/lib/summaries/mutations';
import { editPassage } from '@/lib/summaries/passages/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { storeSummarizedPeriod } from '../support/summaries';
import { asked, draftOf, entriesOf, frame, headOf, scopeOfActor } from '../support/summary-drafts';
import { codeOf, granted } from '../support/writing';

let reviewer: Actor;
let other: Actor;
let summaryId: string;

beforeAll(async () => {
  await setDemonstrationClock(now);
  [reviewer, other] = [await makeAccount('reviewer'), await makeAccount('coordinator')];
});

beforeEach(async () => {
  summaryId = await draftOf((await storeSummarizedPeriod()).planCode, reviewer);
});

const entry = async (index: number) => (await entriesOf(summaryId, reviewer))[index]?.id ?? '';
const named = async () =>
  (await listSummaryEvents(scopeOfActor(reviewer), summaryId, 20)).map(({ name, detail }) =>
    detail.section ? `${name} ${detail.section}` : name,
  );
const framed = (title: string): SummaryFrame => ({ ...frame, title });

describe('a text of a summary that is saved while it is written', () => {
  test('each save of a passage gives the version that the next one names', async () => {
    const key = { entryId: await entry(0), section: 'progress' as const };
    expect(granted(await editPassage({ ...key, version: 0, text: '写' }, asked(reviewer)))).toMatchObject({
      version: 1,
    });
    expect(granted(await editPassage({ ...key, version: 1, text: '写下' }, asked(reviewer)))).toMatchObject({
      version: 2,
    });
  });

  test('a save that changes nothing gives the version that is stored', async () => {
    const [{ id = '', content } = {}] = await entriesOf(summaryId, reviewer);
    const same = { entryId: id, section: 'progress' as const, version: 0, text: textOf(content ?? {}, 'progress') };
    expect(granted(await editPassage(same, asked(reviewer)))).toMatchObject({ version: 0 });
  });

  test('a save from a version that somebody else has replaced is refused, and his text stays', async () => {
    const key = { entryId: await entry(0), section: 'progress' as const, version: 0 };
    granted(await editPassage({ ...key, text: '他人的文字' }, asked(other)));
    expect(codeOf(await editPassage({ ...key, text: '我的文字' }, asked(reviewer)))).toBe('stale');
    expect((await entriesOf(summaryId, reviewer))[0]?.edits.progress?.text).toBe('他人的文字');
  });

  test("each save of the draft's own texts gives its new version, and one from an older version is refused", async () => {
    const { version } = await headOf(summaryId, reviewer);
    const saved = granted(await saveSummaryFrame({ summaryId, version, ...framed('甲') }, asked(reviewer)));
    expect(saved.version).toBe(version + 1);
    const again = { summaryId, version: saved.version, ...framed('乙') };
    expect(granted(await saveSummaryFrame(again, asked(reviewer))).version).toBe(version + 2);
    expect(codeOf(await saveSummaryFrame({ summaryId, version, ...framed('丙') }, asked(other)))).toBe('stale');
    expect((await headOf(summaryId, reviewer)).title).toBe('乙');
  });

  test('saves of one text by one person that follow each other stand in the history once', async () => {
    const key = { entryId: await entry(0), section: 'progress' as const };
    for (const version of [0, 1, 2])
      granted(await editPassage({ ...key, version, text: `第${version}次` }, asked(reviewer)));
    granted(await editPassage({ ...key, section: 'results', version: 0, text: '成效' }, asked(reviewer)));
    granted(await editPassage({ ...key, version: 3, text: '他人接着写' }, asked(other)));
    granted(await editPassage({ ...key, version: 4, text: '又写' }, asked(reviewer)));
    const edited = 'summary-passage-edited';
    expect(await named()).toEqual([
      `${edited} progress`,
      `${edited} progress`,
      `${edited} results`,
      `${edited} progress`,
      'summary-made',
    ]);
  });
});
