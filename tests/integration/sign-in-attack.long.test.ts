import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SignInAttempt } from '@/lib/accounts/mutations';
import type { RefusalCode } from '@/lib/domain/refusal';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { root } from '../support/source-files';
import { one } from '../support/sql';

const password = 'Richtig-2020';
let processes: ChildProcess[];
let userName: string;

async function startProcess(): Promise<ChildProcess> {
  const script = path.join(root, 'tests/support/sign-in-process.ts');
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

/** Lets a process make attempts at once, fewer than wait in its queue. */
async function attemptAll(child: ChildProcess, attempts: SignInAttempt[]): Promise<(RefusalCode | null)[]> {
  child.send(attempts);
  const [codes] = (await once(child, 'message')) as [(RefusalCode | null)[]];
  return codes;
}

/** Makes all attempts, 300 at a time in each of the processes, dealt out in turn. */
async function attack(attempts: SignInAttempt[]): Promise<{ attempt: SignInAttempt; code: RefusalCode | null }[]> {
  const answered = processes.map(async (child, number) => {
    const own = attempts.filter((_, index) => index % processes.length === number);
    const codes: (RefusalCode | null)[] = [];
    for (let from = 0; from < own.length; from += 300)
      codes.push(...(await attemptAll(child, own.slice(from, from + 300))));
    return own.map((attempt, index) => ({ attempt, code: codes[index] ?? null }));
  });
  return (await Promise.all(answered)).flat();
}

const addressOf = (number: number) => `2001:db8:${(number >> 4).toString(16)}:${(number & 15).toString(16)}`;

beforeAll(async () => {
  await setDemonstrationClock(now);
  // The counting is the same whatever a check costs; a cheap hash lets ten thousand attempts fit into a test.
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 });
  ({ userName } = await makeAccount('reviewer', null, { passwordHash }));
  processes = await Promise.all([startProcess(), startProcess()]);
});

afterAll(() => {
  for (const child of processes) child.kill();
});

test('of 10,000 wrong passwords from 1,000 addresses, over two processes, each address has five looked at, and the right one from a new address gets in', async () => {
  const attempts = Array.from({ length: 10_000 }, (_, index) => ({
    userName,
    password: `falsch-${index}`,
    address: `${addressOf(index % 1_000)}::${(index + 1).toString(16)}`,
    userAgent: 'test',
  }));
  const answers = await attack(attempts);
  const lookedAt = new Map<string, number>();
  for (const { attempt, code } of answers) {
    expect(['wrong-password', 'sign-in-locked']).toContain(code);
    if (code !== 'wrong-password') continue;
    const address = attempt.address.slice(0, attempt.address.indexOf('::'));
    lookedAt.set(address, (lookedAt.get(address) ?? 0) + 1);
  }
  expect(new Set(lookedAt.values())).toEqual(new Set([5]));
  expect(lookedAt.size).toBe(1_000);

  const right = { userName, password, address: '198.51.100.7', userAgent: 'test' };
  for (const child of processes) expect(await attemptAll(child, [right])).toEqual([null]);
  // Every refusal is counted, in one event of each kind for each address and quarter of an hour, of which the run may
  // meet two.
  const recorded = () =>
    one<{ events: number; times: number }>(
      'SELECT count("eventId")::int AS events, sum(count)::int AS times FROM "EventCount"',
    );
  await vi.waitFor(async () => expect((await recorded()).times).toBe(10_000), 30_000);
  const { events } = await recorded();
  expect(events).toBeGreaterThanOrEqual(2_000);
  expect(events).toBeLessThanOrEqual(4_000);
}, 400_000);

test('of 3,000 wrong passwords of one address against many accounts, over two processes, fifty are looked at', async () => {
  const names = Array.from({ length: 100 }, () => `nobody-${randomUUID().slice(0, 8)}`);
  const attempts = Array.from({ length: 3_000 }, (_, index) => ({
    userName: names[index % names.length] ?? '',
    password: 'falsch',
    address: '198.51.100.8',
    userAgent: 'test',
  }));
  const codes = (await attack(attempts)).map(({ code }) => code);
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(50);
  expect(codes.filter((code) => code === 'sign-in-locked')).toHaveLength(2_950);
});
