import { type Actor, administratorRoles, hasRole } from '@/lib/domain/authorization';

/**
 * Gives the least number of characters in a password, 12 for administrators and 8 for others: usual practice under GB/T
 * 22239-2019, which sets no number.
 */
export function passwordLength(actor: Pick<Actor, 'roles'>): number {
  return hasRole(actor as Actor, administratorRoles) ? 12 : 8;
}

/** Of the four classes of characters so many must be in a password. */
export const passwordClasses = 3;

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Says whether a password has the length, enough of the four classes of characters, and not the user name in it. */
export function isPasswordStrong(password: string, userName: string, length: number): boolean {
  return (
    password.length >= length &&
    classes.filter((one) => one.test(password)).length >= passwordClasses &&
    !password.toLowerCase().includes(userName.toLowerCase())
  );
}
