/** The first two digits of the codes of places in GB/T 2260. */
export const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';

/** The office that registers and the kind, then a place: 18 signs in all. */
const codeStart = new RegExp(`^[1-9Y][1-9]${province}.{14}$`);
const creditCodeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Says whether 18 characters are a 统一社会信用代码, by the check sign of GB 32100—2015: those of offices and of old firms
 * are digits alone and look like a person's number.
 */
export function isCreditCode(code: string): boolean {
  if (!codeStart.test(code)) return false;
  const values = [...code.toUpperCase()].map((sign) => creditCodeSigns.indexOf(sign));
  const sum = values.slice(0, 17).reduce((total, value, index) => total + value * (3 ** index % 31), 0);
  return !values.includes(-1) && values[17] === (31 - (sum % 31)) % 31;
}

/** Says whether the last sign of 18 is the check sign of an ID number (GB 11643—1999). */
export function isCheckedId(id: string): boolean {
  const sum = [...id.slice(0, 17)].reduce((total, digit, index) => total + Number(digit) * 2 ** (17 - index), 0);
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

/** Says whether eight digits are a day of the calendar in the 20th or 21st century. */
export function isCalendarDay(digits: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
