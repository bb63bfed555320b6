declare const civilDateBrand: unique symbol;

/** A calendar day as 'YYYY-MM-DD', without time and zone; two of them compare as strings. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** China Standard Time, in which the notice's days begin and end. No other file names the zone. */
export const portalZone = 'Asia/Shanghai';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

const localClock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
  timeZone: portalZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function localTimeOf(instant: Date): { date: string; time: string } {
  const parts = new Map(localClock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}`,
  };
}

/** The local time of an instant as 'HH:MM', in the portal's zone. */
export function clockTimeOf(instant: Date): string {
  return localTimeOf(instant).time.slice(0, 5);
}

function utcMidnightOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateInUtc(milliseconds: number): CivilDate {
  return civilDate(new Date(milliseconds).toISOString().slice(0, 10));
}

/**
 * Reads 'YYYY-MM-DD' (years 0001 to 9999); gives null for anything else and for a day that does not exist (2021-02-29).
 */
export function parseCivilDate(text: string): CivilDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
  return exists ? (text as CivilDate) : null;
}

/**
 * Gives the civil date that a literal or a stored text spells; throws a RangeError where `parseCivilDate` gives null.
 */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new RangeError(`Not a civil date: ${text}`);
  return date;
}

/** Gives the civil date in the portal's zone at an instant, whatever zone the process runs in. */
export function civilDateOf(instant: Date): CivilDate {
  return civilDate(localTimeOf(instant).date);
}

/** Gives the instant at which a civil date begins: 00:00 in the portal's zone. */
export function startOfDay(date: CivilDate): Date {
  const utcMidnight = utcMidnightOf(date);
  // Applied twice, because the zone's offset may change between midnight there and midnight in UTC (China: until 1991).
  const nearby = utcMidnight - zoneOffsetAt(utcMidnight);
  return new Date(utcMidnight - zoneOffsetAt(nearby));
}

/** Milliseconds by which clocks in the portal's zone are ahead of UTC, at an instant that falls on a whole second. */
function zoneOffsetAt(milliseconds: number): number {
  const { date, time } = localTimeOf(new Date(milliseconds));
  return Date.parse(`${date}T${time}Z`) - milliseconds;
}

/**
 * Gives the civil date a number of days later (earlier if negative); throws a RangeError outside the years 0001 to
 * 9999.
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateInUtc(utcMidnightOf(date) + days * dayInMilliseconds);
}

/** Gives the day of the week of a civil date: 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(utcMidnightOf(date)).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * Gives the civil date of a column of SQL type DATE, which Prisma returns as midnight UTC; throws a RangeError on any
 * other instant.
 */
export function civilDateFromStored(date: Date): CivilDate {
  if (date.getTime() % dayInMilliseconds !== 0) throw new RangeError(`Not a stored date: ${date.toISOString()}`);
  return dateInUtc(date.getTime());
}

/**
 * Gives a civil date as Prisma expects it for a column of SQL type DATE: midnight UTC, which must not be used as an
 * instant.
 */
export function storedDateOf(date: CivilDate): Date {
  return new Date(utcMidnightOf(date));
}
