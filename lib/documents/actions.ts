'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import { askForDocumentSchema, askForSummarySchema } from '@/lib/schemas/document';
import type { FormState } from '@/lib/schemas/form-state';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { askForDocument, askForSummary } from './mutations';

type Asked = { plan: string; id: string };

/** Each document gets its own address, because the router does not navigate to the current one. */
const listWith = ({ plan, id }: Asked) => `${routes.documents()}?${new URLSearchParams({ plan, asked: id })}` as Route;

const askForDocumentForm = formAction(askForDocumentSchema, askForDocument, (asked) => comeBackTo(listWith(asked)));

/** Requests a document and shows the list in which it is being written. */
export async function askForDocumentAction(previous: FormState, formData: FormData): Promise<FormState> {
  return askForDocumentForm(previous, formData);
}

const askForSummaryForm = formAction(askForSummarySchema, askForSummary, (asked) => redirect(listWith(asked)));

/** Requests the quarterly summary of a draft, in the same way. */
export async function askForSummaryAction(previous: FormState, formData: FormData): Promise<FormState> {
  return askForSummaryForm(previous, formData);
}
