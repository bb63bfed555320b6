'use server';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import { askForDocumentSchema } from '@/lib/schemas/document';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/action';
import { askForDocument } from './mutations';

// Each to an address of its own: to the one at hand the router would not go.
const askForDocumentForm = formAction(askForDocumentSchema, askForDocument, ({ plan, id }) =>
  redirect(`${routes.documents()}?${new URLSearchParams({ plan, asked: id })}`),
);

/** Asks for a document and shows the list in which it is being written. */
export async function askForDocumentAction(previous: FormState, formData: FormData): Promise<FormState> {
  return askForDocumentForm(previous, formData);
}
