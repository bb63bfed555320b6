import 'server-only';

/** The seven holidays of the regulation, each with the words by which a text may call it. */
const spellings: Record<string, RegExp> = {
  元旦: /^元旦节?$/,
  春节: /^春节$/,
  清明节: /^清明节?$/,
  劳动节: /^["“”]?(?:五一)?["“”]?(?:国际)?劳动节$/,
  端午节: /^端午节?$/,
  中秋节: /^中秋节?$/,
  国庆节: /^国庆节?$/,
};

export const holidayNames = Object.keys(spellings);

/** The holidays that a heading names, as 国庆节、中秋节; null where one of them is unknown. */
export function holidaysNamed(heading: string): string[] | null {
  const names = heading
    .split(/[、和与及]/)
    .map((word) => holidayNames.find((name) => spellings[name]?.test(word)) ?? null);
  return names.every((name) => name !== null) ? names : null;
}

/** The holiday whose days may lie in the December before its year. */
export const newYear = '元旦';

/** The name of a make-up working day, after the holiday that it makes up for. */
export const makeupName = (holiday: string) => `${holiday}调休上班`;

/** Whether a day was arranged for a holiday, as a day off or as one that makes up for it. */
export const isOfHoliday = (dayName: string, holiday: string) =>
  dayName === makeupName(holiday) || dayName.replace(makeupName(''), '').split('、').includes(holiday);
