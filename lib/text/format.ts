import { type CivilDate, clockTimeOf, portalZone } from '@/lib/domain/calendar/civil-date';
import { numberWithinYear, type PeriodCode, type Rhythm, rhythmOf, yearOf } from '@/lib/domain/calendar/period';
import { defaultLanguage } from './languages';

const dateOf = new Intl.DateTimeFormat(defaultLanguage, {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const dayOf = new Intl.DateTimeFormat(defaultLanguage, { timeZone: 'UTC', month: 'long', day: 'numeric' });
const weekdayOf = new Intl.DateTimeFormat(defaultLanguage, { timeZone: 'UTC', weekday: 'short' });
const timeOf = new Intl.DateTimeFormat(defaultLanguage, {
  timeZone: portalZone,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const shortTimeOf = new Intl.DateTimeFormat(defaultLanguage, {
  timeZone: portalZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const exactTimeOf = new Intl.DateTimeFormat('sv-SE', { timeZone: portalZone, dateStyle: 'short', timeStyle: 'medium' });

/** 2020年4月3日 */
export function formatDate(date: CivilDate): string {
  return dateOf.format(new Date(date));
}

/** 2020年4月3日（周五） */
export function formatDateWithWeekday(date: CivilDate): string {
  return `${formatDate(date)}（${weekdayOf.format(new Date(date))}）`;
}

/** 4月3日（周五）, for places that show the year separately */
export function formatDayOfMonth(date: CivilDate): string {
  return `${dayOf.format(new Date(date))}（${weekdayOf.format(new Date(date))}）`;
}

/** 4月3日; with its year where the text around it is about another one */
export function formatDayWithin(date: CivilDate, year: number): string {
  return date.startsWith(`${year}-`) ? dayOf.format(new Date(date)) : formatDate(date);
}

/** 2020年4月3日 15:02, in the portal's zone */
export function formatInstant(instant: Date): string {
  return timeOf.format(instant);
}

/** 2020-04-03 15:02:07, in the portal's zone, as printed on a receipt */
export function formatExactInstant(instant: Date): string {
  return exactTimeOf.format(instant);
}

/** 10时, in the portal's zone */
export function formatHour(instant: Date): string {
  return `${Number(clockTimeOf(instant).slice(0, 2))}时`;
}

const wordsWithinYear: Record<Rhythm, (number: number) => string> = {
  monthly: (number) => `${number}月`,
  quarterly: (number) => `第${'一二三四'[number - 1]}季度`,
  half_yearly: (number) => `${'上下'[number - 1]}半年`,
  yearly: () => '全年',
};

/** 第一季度, 3月, 上半年, 全年 */
export function formatPeriodWithinYear(periodCode: PeriodCode): string {
  return wordsWithinYear[rhythmOf(periodCode)](numberWithinYear(periodCode));
}

/** 15:02, in the portal's zone */
export function formatTime(instant: Date): string {
  return shortTimeOf.format(instant);
}

/** 2020年第一季度, 2026年3月, 2026年上半年, 2026年度 */
export function formatPeriod(periodCode: PeriodCode): string {
  const within = rhythmOf(periodCode) === 'yearly' ? '度' : formatPeriodWithinYear(periodCode);
  return `${yearOf(periodCode)}年${within}`;
}

/** 93.8%, from tenths of a percent */
export function formatRate(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** 1.5 MB, 320 KB: a file's size as file managers show it (1 KB is 1,024 bytes). */
export function formatFileSize(bytes: number): string {
  const [unit, size] = bytes < 1024 * 1024 ? ['KB', Math.max(bytes / 1024, 0.1)] : ['MB', bytes / 1024 / 1024];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
