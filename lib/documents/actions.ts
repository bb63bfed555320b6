'use server';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import { askForDocumentSchema, askForSummarySchema } from '@/lib/schemas/document';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/action';
import { askForDocument, askForSummary } from './mutations';

/** Each to an address of its own: to the one at hand the router would not go. */
const toList = ({ plan, id }: { plan: string; id: string }): never =>
  redirect(`${routes.documents()}?${new URLSearchParams({ plan, asked: id })}`);

const askForDocumentForm = formAction(askForDocumentSchema, askForDocument, toList);

/** Asks for a document and shows the list in which it is being written. */
export async function askForDocumentAction(previous: FormState, formData: FormData): Promise<FormState> {
  return askForDocumentForm(previous, formData);
}

const askForSummaryForm = formAction(askForSummarySchema, askForSummary, toList);

/** Asks for the quarterly summary of a draft, in the same way. */
export async function askForSummaryAction(previous: FormState, formData: FormData): Promise<FormState> {
  return askForSummaryForm(previous, formData);
}
