import { randomInt } from 'node:crypto';
import { type LeavingScene, setScene } from '../support/leaving-scene';
import { described, Leavers, leavingsFrom } from '../support/leavings';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { randomFrom } from '../support/random';

let portal: OwnPortal;
let scene: LeavingScene;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  scene = await setScene(portal);
});

test.afterAll(() => portal.stop());

test('twenty texts that chance types into the forms are there again, however their pages are left', async ({
  browser,
}) => {
  const seed = Number(process.env.LEAVINGS_SEED) || randomInt(2 ** 31);
  console.log(`leavings with LEAVINGS_SEED=${seed}`);
  const leavers = new Leavers(browser, scene);
  for (const leaving of leavingsFrom(randomFrom(seed), 20))
    await test.step(`seed ${seed}, ${described(leaving)}`, () => leavers.leave(leaving));
});
