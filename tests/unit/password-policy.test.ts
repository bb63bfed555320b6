import { describe, expect, test } from 'vitest';
import { isPasswordStrong, passwordLength } from '@/lib/domain/accounts/password-policy';
import { everyRole } from '../support/expected-lifecycle';

test('administrators need twelve characters, everybody else eight', () => {
  const lengths = Object.fromEntries(everyRole.map((role) => [role, passwordLength({ roles: [role] })]));
  expect(lengths).toEqual({
    reporter: 8,
    approver: 8,
    reviewer: 8,
    coordinator: 8,
    leader: 8,
    system_administrator: 12,
    security_administrator: 12,
    auditor: 12,
  });
});

describe('strong and weak passwords', () => {
  test.each(['Abcdefg1', 'abcdefg-1', 'ABCDEFG-1', 'Abcdefg-', '密码Abc-123'])(
    '%s is strong: three kinds of characters',
    (password) => {
      expect(isPasswordStrong(password, 'agency05', 8)).toBe(true);
    },
  );

  test.each(['abcdefgh1', 'ABCDEFGH-', '12345678a', 'abcdefghi'])('%s is weak: fewer than three kinds', (password) => {
    expect(isPasswordStrong(password, 'agency05', 8)).toBe(false);
  });

  test('a password is strong from the required length on, and weak below it', () => {
    expect(isPasswordStrong('Abcdef1', 'agency05', 8)).toBe(false);
    expect(isPasswordStrong('Abcdefgh123', 'sysadmin', 12)).toBe(false);
    expect(isPasswordStrong('Abcdefgh1234', 'sysadmin', 12)).toBe(true);
  });

  test('a password with the user name in it is weak, in upper or lower case', () => {
    expect(isPasswordStrong('Agency05-2020', 'agency05', 8)).toBe(false);
    expect(isPasswordStrong('x-AGENCY05-y', 'agency05', 8)).toBe(false);
  });
});
