import { randomUUID } from 'node:crypto';
import { readdir, readlink } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { announce, LiveStream } from '../support/live-stream';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';
import { samples } from '../support/sample-files';

let portal: OwnPortal;
let report: MadeReport;
let officer: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ tasks: 25, run: portal.sql });
  officer = await portal.signIn('reporter', report.agencyId);
});

test.afterAll(() => portal.stop());

const asked = 200;
/** Answers of health that are measured, most of them after all streams were asked for. */
const answers = 400;
const isSuperseded = ({ events }: LiveStream) => events.some(({ event }) => event === 'superseded');

test('of two hundred streams of one account the eight newest stay, and the others are told that they gave way', async () => {
  const waits: number[] = [];
  let isDone = false;
  const health = (async () => {
    while (!isDone || waits.length < answers) {
      const beganAt = performance.now();
      expect((await fetch(`${portal.url}/api/health`)).ok).toBe(true);
      waits.push(performance.now() - beganAt);
    }
  })();
  const colleague = await portal.signIn('approver', report.agencyId);
  const theirs = await LiveStream.open(colleague, report.id, { tab: randomUUID() });
  const tabs = Array.from({ length: asked }, () => randomUUID());
  const streams = await Promise.all(tabs.map((tab) => LiveStream.begin(officer, report.id, { tab })));
  const open = () => streams.filter(({ hasEnded }) => !hasEnded);
  await expect.poll(() => open().length).toBe(8);
  expect(streams.filter(isSuperseded)).toHaveLength(asked - 8);
  // The account is shown once however many tabs it has, and its tabs are still heard.
  const [tab = ''] = tabs.filter((_, index) => streams[index]?.hasEnded === false);
  expect((await announce(officer, report.id, { tabId: tab, taskId: report.taskIds[3] })).status).toBe(204);
  await theirs.until(() => theirs.writers.some(({ taskId }) => taskId === report.taskIds[3]));
  expect(theirs.writers.map(({ name }) => name)).toEqual([officer.userName]);
  isDone = true;
  await health;
  const sorted = waits.toSorted((a, b) => a - b);
  const p95 = Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
  test.info().annotations.push({ type: 'health', description: `${waits.length} answers, p95 ${p95} ms` });
  console.log(`health beside ${asked} streams: ${waits.length} answers, p95 ${p95} ms`);
  for (const stream of [...streams, theirs]) stream.close();
});

test('a page that gave way asks for what has happened since, without taking a stream', async () => {
  const streams = [];
  for (let number = 0; number < 8; number += 1)
    streams.push(await LiveStream.open(officer, report.id, { tab: randomUUID() }));
  const last = streams[7]?.events.findLast(({ event }) => event === 'hello')?.id ?? '';
  await portal.sql(
    `INSERT INTO "Event" (name, "reportId", "accountId", detail) VALUES ('report-saved', $1, $2, '{}')`,
    [report.id, officer.accountId],
  );
  const once = await LiveStream.begin(officer, report.id, { tab: randomUUID(), after: last, once: '1' });
  await once.finished;
  expect(once.events.map(({ event }) => event)).toEqual(['saved', 'hello']);
  expect(streams.filter(({ hasEnded }) => hasEnded)).toEqual([]);
  for (const stream of streams) stream.close();
});

test('two hundred uploads and downloads that were left leave no file open', async () => {
  const pid = portal.webProcess();
  const folder = portal.settings.EVIDENCE_FOLDER ?? '';
  const openEvidence = async () => {
    const handles = await readdir(`/proc/${pid}/fd`);
    const targets = await Promise.all(handles.map((handle) => readlink(`/proc/${pid}/fd/${handle}`).catch(() => '')));
    return targets.filter((target) => target.startsWith(folder));
  };
  for (let number = 0; number < 200; number += 1) {
    const address = `/api/evidence?report=${report.id}&task=${report.taskIds[number % 25]}`;
    const body = new Uint8Array(Buffer.concat([samples.pdf, Buffer.alloc(100_000, `${number} `)]));
    const answer = await officer.request(address, {
      method: 'POST',
      body,
      headers: { 'X-File-Name': `${number}.pdf` },
    });
    expect(answer.status).toBe(201);
    const { file } = (await answer.json()) as { file: { id: string } };
    const left = new AbortController();
    const download = await officer.request(`/api/evidence/${file.id}`, { signal: left.signal });
    expect(download.status).toBe(200);
    left.abort();
    await officer.request(`/api/evidence/${file.id}`, { method: 'HEAD' });
  }
  await expect.poll(openEvidence).toEqual([]);
});
