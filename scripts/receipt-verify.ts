import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ReceiptFileProblem, verifyReceiptFile } from '@/lib/receipts/verification';
import { messages } from './console-messages.mjs';
import { OperatorError, runMain } from './operator-error';

async function readAsked(): Promise<string> {
  const [file] = process.argv.slice(2);
  if (!file) throw new OperatorError(messages.receiptUsage);
  // npm runs a script in the project's folder, whatever folder it was called from.
  const place = path.resolve(process.env.INIT_CWD ?? '', file);
  return readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(messages.receiptFileMissing(file, error.code ?? String(error)));
  });
}

function sentenceOf(problem: ReceiptFileProblem): string {
  if (problem.code === 'content-changed') return messages.receiptContentChanged(problem.stated, problem.computed);
  if (problem.code === 'receipt-changed') return messages.receiptFactsChanged;
  return problem.code === 'rewritten' ? messages.receiptRewritten : messages.receiptUnreadable;
}

runMain(async () => {
  const result = verifyReceiptFile(await readAsked());
  if (!result.ok) throw new OperatorError(sentenceOf(result.problem));
  console.log(messages.receiptVerified(result.receipt));
});
