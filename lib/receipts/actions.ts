'use server';
import { receiptUploadSchema } from '@/lib/schemas/receipt-file';
import { openFormAction } from '@/lib/server/forms/action';
import { checkReceiptFile } from './mutations';

/** Checks an exported version for anyone; the answer holds what the receipt says and nothing of the content. */
export const checkReceiptFileAction = openFormAction(receiptUploadSchema, ({ file }) => checkReceiptFile(file), {
  done: (_input, checked) => ({ status: 'done', checked }),
});
