import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPlanFile } from '@/lib/imports/plan/plan-json';
import { planFileLimit } from '@/lib/imports/plan/source-of-file';
import { messages } from './console-messages.mjs';
import { OperatorError, runMain } from './operator-error';
import { stop } from './shutdown';

type Asked = { file: string; year: number | null };

function readAsked(): Asked {
  const options = { check: { type: 'boolean' }, year: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    const isYear = values.year === undefined || /^20\d{2}$/.test(values.year);
    if (file && more.length === 0 && values.check && isYear)
      return { file, year: values.year ? Number(values.year) : null };
  } catch {
    // An unknown option is answered with the usage, too.
  }
  throw new OperatorError(messages.planImportUsage);
}

/** Reads no more of a file than its size says at first: a larger one is refused by its size alone. */
async function contentOf(file: string): Promise<Buffer> {
  // npm runs a script in the project's folder, whatever folder it was called from.
  const place = path.resolve(process.env.INIT_CWD ?? '', file);
  try {
    const { size } = await stat(place);
    return size > planFileLimit ? Buffer.alloc(planFileLimit + 1) : await readFile(place);
  } catch (error) {
    throw new OperatorError(messages.planFileMissing(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

/** Says what a file of a plan would store, as JSON; needs no portal and no database. Ends with 1 where it could not be stored. */
runMain(async () => {
  const { file, year } = readAsked();
  const checked = await checkPlanFile(path.basename(file), await contentOf(file), year);
  console.log(JSON.stringify(checked, null, 2));
  if (!checked.ok) await stop(1);
});
