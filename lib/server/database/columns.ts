import 'server-only';
import { z } from 'zod';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { timelinesses } from '@/lib/domain/deadline/timeliness';
import { reportStatuses } from '@/lib/domain/report/report';

/** A day, cast to text by the query. */
export const civilDateColumn = z.string().transform(civilDate);

/** An instant within JSON, where it is a text. */
export const instantText = z.string().transform((text) => new Date(text));

export const periodColumn = z.string().transform(periodCode);
export const statusColumn = z.enum(reportStatuses);
export const timelinessColumn = z.enum(timelinesses);
