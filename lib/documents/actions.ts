'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import { askForDocumentSchema, askForSummarySchema } from '@/lib/schemas/document';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { askForDocument, askForSummary } from './mutations';

type Asked = { plan: string; id: string };

/** Each document gets its own address, because the router does not navigate to the current one. */
const listWith = ({ plan, id }: Asked) => `${routes.documents()}?${new URLSearchParams({ plan, asked: id })}` as Route;

/** Requests a document and shows the list in which it is being written. */
export const askForDocumentAction = formAction(askForDocumentSchema, askForDocument, {
  done: (_input, asked) => comeBackTo(listWith(asked)),
});

/** Requests the summary of a draft, in the same way. */
export const askForSummaryAction = formAction(askForSummarySchema, askForSummary, {
  done: (_input, asked) => redirect(listWith(asked)),
});
