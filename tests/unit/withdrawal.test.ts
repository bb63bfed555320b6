import { expect, test } from 'vitest';
import { reportStatuses } from '@/lib/domain/report/report';
import { hasCountedFiling, withdrawnVersion } from '@/lib/domain/report/withdrawal';

test.each([
  ['draft', 0, null, null],
  ['draft', 1, null, 1],
  ['awaiting_sign_off', 1, null, 1],
  ['returned', 1, 1, null],
  // Sent back by the approver after a return.
  ['draft', 1, 1, null],
  ['draft', 2, 1, 2],
  ['filed', 2, 1, null],
  ['accepted', 1, null, null],
] as const)(
  '%s with %s versions, of which %s was returned last: %s is withdrawn',
  (status, filed, returned, expected) => {
    expect(withdrawnVersion({ status, filedVersions: filed, returnedVersion: returned })).toBe(expected);
  },
);

test('a report has a filing that counts while it lies with the division, and once a version was returned', () => {
  const never = reportStatuses.map((status) => hasCountedFiling({ status, filedVersions: 1, returnedVersion: null }));
  expect(never).toEqual([false, false, false, true, false, true]);
  const after = reportStatuses.map((status) => hasCountedFiling({ status, filedVersions: 2, returnedVersion: 1 }));
  expect(after).toEqual([true, true, true, true, true, true]);
});
