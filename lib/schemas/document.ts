import { z } from 'zod';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { type DocumentPeriod, periodDocuments } from '@/lib/domain/review/documents';
import { addressText } from './address-text';

/** "2020Q1" or "2020", which is a year, also where a period has that code; anything else gives null. */
function parsePeriod(text: string): DocumentPeriod | null {
  if (/^[12]\d{3}$/.test(text)) return { periodCode: null, year: Number(text) };
  const periodCode = parsePeriodCode(text);
  return periodCode && { periodCode, year: null };
}

/** The document that is requested. */
export const askForDocumentSchema = z.object({
  kind: z.enum(periodDocuments, { error: 'required' }),
  plan: z.string({ error: 'required' }).trim().min(1, 'required').max(32, 'not-valid'),
  period: z.string({ error: 'required' }).transform((text, context) => {
    const period = parsePeriod(text);
    if (period) return period;
    context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'not-valid' });
    return z.NEVER;
  }),
});

/** The draft from which a period's summary is requested. */
export const askForSummarySchema = z.object({ summaryId: z.uuid('not-valid') });

/** The address of the page of documents; invalid parts are ignored. */
export const documentDeskSchema = z.object({
  plan: addressText(32),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
