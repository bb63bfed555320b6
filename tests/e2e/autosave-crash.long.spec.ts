import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { AutosavingWriter, autosavedFields, recordedSaves, storedSaves } from '../support/autosave';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { randomFrom } from '../support/random';
import { makeAgency, makeReport } from '../support/reports';

const saves = 1_000;
const kills = 6;
const reportCount = 3;
const tasksEach = 4;

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

/** Signs in twelve officers, four for each of three reports, each with a task of their own. */
async function signInWriters(random: () => number): Promise<AutosavingWriter[]> {
  const agencyId = await makeAgency(portal.sql);
  const writers: AutosavingWriter[] = [];
  for (let count = 0; count < reportCount; count += 1) {
    const { id, taskIds } = await makeReport({ agencyId, tasks: tasksEach, run: portal.sql });
    for (const taskId of taskIds) {
      writers.push(new AutosavingWriter(await portal.signIn('reporter', agencyId), id, taskId, random));
    }
  }
  return writers;
}

/** Lets them write until a thousand saves are acknowledged, and kills the server at the given counts during saves. */
async function writeThrough(writers: AutosavingWriter[], killAt: number[]): Promise<void> {
  const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
  let back = Promise.resolve();
  const killIfDue = () => {
    if (acknowledged() < (killAt[0] ?? Number.POSITIVE_INFINITY)) return;
    killAt.shift();
    back = back.then(() => portal.kill()).then(() => portal.restart());
  };
  const writeOn = async (writer: AutosavingWriter) => {
    while (acknowledged() < saves) {
      await writer.write(() => back);
      killIfDue();
    }
  };
  await Promise.all(writers.map(writeOn));
  await back;
}

test('after a thousand autosaves at random moments and six times kill -9 of the server every acknowledged save is stored', async () => {
  // The server restarts six times, which may be slow beside other tests.
  test.setTimeout(180_000);
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  console.log(`SEED=${seed}`);
  const random = randomFrom(seed);
  const writers = await signInWriters(random);
  const killAt = Array.from({ length: kills }, () => Math.floor(random() * (saves - 50))).toSorted((a, b) => a - b);
  await writeThrough(writers, killAt);

  expect(killAt).toEqual([]);
  for (const writer of writers) {
    const stored = await storedSaves(portal.sql, writer.taskId);
    const latest = autosavedFields.map((field) => writer.latest(field)).filter((save) => save !== undefined);
    expect(latest.map(({ field }) => stored.get(field))).toEqual(
      latest.map(({ version, content }) => ({ version, content })),
    );
    const recorded = await recordedSaves(portal.sql, writer.taskId);
    expect(recorded.toSorted()).toEqual(
      writer.acknowledged.map(({ field, version }) => `${field} ${version}`).toSorted(),
    );
  }
});
