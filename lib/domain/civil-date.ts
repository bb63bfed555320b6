declare const civilDateBrand: unique symbol;

/** A day of the civil calendar, `YYYY-MM-DD`, in no zone. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** The one zone of the portal: China Standard Time, without summer time since 1992. */
export const portalZone = 'Asia/Shanghai';

const zoneOffset = '+08:00';
const dayLength = 86_400_000;

const partsIn = new Intl.DateTimeFormat('en-CA', { timeZone: portalZone, dateStyle: 'short' });

function isoDate(instant: Date): CivilDate {
  return instant.toISOString().slice(0, 10) as CivilDate;
}

/** Gives the civil date that a text `YYYY-MM-DD` names, or null for any other text and for a day that does not exist. */
export function parseCivilDate(text: string): CivilDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && isoDate(instant) === text ? (text as CivilDate) : null;
}

/** Gives the civil date of a literal; throws on a malformed one, which is a fault of the programmer. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new RangeError(`not a civil date: ${text}`);
  return date;
}

/** Gives the civil date of an instant in the portal's zone. */
export function civilDateOf(instant: Date): CivilDate {
  return partsIn.format(instant) as CivilDate;
}

/** Gives the instant at which a civil date begins in the portal's zone. */
export function startOfDay(date: CivilDate): Date {
  return new Date(`${date}T00:00:00${zoneOffset}`);
}

/** Gives the civil date that many days later, or earlier for a negative number. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return isoDate(new Date(Date.parse(date) + days * dayLength));
}

/** Gives the day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(date).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** Gives the civil date of a column of days, which the database client hands over as midnight UTC. */
export function civilDateFromStored(date: Date): CivilDate {
  return isoDate(date);
}

/** Gives what the database client wants for a column of days: midnight UTC. */
export function storedDateOf(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
