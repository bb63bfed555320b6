import { describe, expect, test } from 'vitest';
import { PasswordQueue, type QueueRank } from '@/lib/server/session/password-queue';

/** A queue whose checks end when the test says so, in the order in which they began. */
function scene(atOnce: number, places: number) {
  const queue = new PasswordQueue(atOnce, places);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, rank: QueueRank = 1) =>
    queue.run(name.replace(/\d+$/, ''), rank, () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.push(() => resolve(name)));
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const endAll = async () => {
    for (await settle(); ends.length > 0; await settle()) ends.shift()?.();
  };
  return { ask, begun, settle, endAll, endOne: () => ends.shift()?.() };
}

describe('the queue of password checks', () => {
  test('two checks run at once, and a third begins when one has ended', async () => {
    const { ask, begun, settle, endOne, endAll } = scene(2, 10);
    const asked = [ask('a1'), ask('b1'), ask('c1')];
    await settle();
    expect(begun).toEqual(['a1', 'b1']);
    endOne();
    await settle();
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    await endAll();
    expect(await Promise.all(asked)).toEqual(['a1', 'b1', 'c1']);
  });

  test('a flood from one address lets every other address go ahead of its second try', async () => {
    const { ask, begun, endAll } = scene(1, 100);
    for (let count = 1; count <= 20; count += 1) void ask(`flood${count}`);
    void ask('one1');
    void ask('two1');
    await endAll();
    expect(begun.slice(0, 4)).toEqual(['flood1', 'flood2', 'one1', 'two1']);
    expect(begun).toHaveLength(22);
  });

  test('one address has one check at a time, so that the other place stays free', async () => {
    const { ask, begun, settle, endAll } = scene(2, 100);
    void ask('flood1');
    void ask('flood2');
    await settle();
    expect(begun).toEqual(['flood1']);
    void ask('other1');
    await settle();
    expect(begun).toEqual(['flood1', 'other1']);
    await endAll();
  });

  test('known devices go first, then addresses without a wrong password, and the rest has every fourth turn', async () => {
    const { ask, begun, endAll } = scene(1, 100);
    void ask('begun1');
    for (const name of ['x1', 'y1']) void ask(name, 2);
    for (const name of ['a1', 'b1', 'c1']) void ask(name, 1);
    for (const name of ['k1', 'l1']) void ask(name, 0);
    await endAll();
    expect(begun).toEqual(['begun1', 'k1', 'l1', 'x1', 'a1', 'b1', 'c1', 'y1']);
  });

  test('where all places are taken, the last of whoever has the most waiting is turned away', async () => {
    const { ask, settle, endAll } = scene(1, 3);
    void ask('begun1');
    const flood = [1, 2, 3].map((count) => ask(`flood${count}`));
    const other = ask('other1');
    expect(await flood[2]).toBe('turned-away');
    await settle();
    await endAll();
    expect(await Promise.all([...flood, other])).toEqual(['flood1', 'flood2', 'turned-away', 'other1']);
  });

  test('where all places are taken, a known device takes one from an address that has failed, and not the reverse', async () => {
    const { ask, endAll } = scene(1, 2);
    void ask('begun1');
    const failed = [ask('x1', 2), ask('y1', 2)];
    const known = ask('k1', 0);
    const late = ask('z1', 2);
    expect(await late).toBe('turned-away');
    await endAll();
    expect(await known).toBe('k1');
    expect((await Promise.all(failed)).filter((one) => one === 'turned-away')).toHaveLength(1);
  });

  test('a check that fails gives its place to the next', async () => {
    const queue = new PasswordQueue(1, 10);
    const failed = queue.run('a', 1, () => Promise.reject(new Error('failed')));
    const next = queue.run('a', 1, () => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('failed');
    expect(await next).toBe('next');
  });
});
