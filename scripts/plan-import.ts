import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isPlanCode } from '@/lib/domain/plan/plan-settings';
import { checkPlanFile, planJson } from '@/lib/imports/plan/plan-json';
import { planFileLimit } from '@/lib/imports/plan/source-of-file';
import { messages } from './console-messages.mjs';
import { requireMigrated } from './migration-history';
import { OperatorError, runMain } from './operator-error';
import { prepareNewDatabase } from './portal-database';
import { generatePrismaClient } from './prisma-client';
import { stop } from './shutdown';
import { withDatabase } from './with-database';

type Asked = {
  file: string;
  year: number | null;
  isCheck: boolean;
  officeCode: string | null;
  planCode: string | null;
};

function readAsked(): Asked {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { check: flag, year: text, office: text, code: text } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    const { check = false, year, office, code } = values;
    const isYear = year === undefined || /^20\d{2}$/.test(year);
    if (file && more.length === 0 && isYear && (code === undefined || isPlanCode(code))) {
      const about = { officeCode: office ?? null, planCode: code ?? null };
      return { file, year: year ? Number(year) : null, isCheck: check, ...about };
    }
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

const write = process.stdout.write.bind(process.stdout);
const print = (result: object) => write(`${JSON.stringify(result, null, 2)}\n`);

/** Stores the file as the draft of a plan in the portal's database; a refused one stores nothing. */
async function store({ file, ...asked }: Asked): Promise<boolean> {
  // The module reads DATABASE_URL when it is loaded.
  const { importByCommand } = await import('@/lib/plans/import/command/mutations');
  const outcome = await importByCommand({ ...asked, name: path.basename(file), file: await contentOf(file) });
  if (outcome.kind === 'unknown-office') throw new OperatorError(messages.planOfficeUnknown(asked.officeCode ?? ''));
  if (outcome.kind === 'code-taken') throw new OperatorError(messages.planCodeTaken(outcome.planCode));
  if (outcome.kind === 'unread') {
    print(planJson({ ok: false, problems: outcome.problems }));
    console.error(messages.planImportRefused(outcome.problems.length));
    return false;
  }
  print(planJson(outcome.read));
  console.error(messages.planImported(outcome.planCode, outcome.office, outcome.tasks));
  return true;
}

/**
 * Stores the file of a plan as a draft, or with `--check` says what would be stored, which needs no portal and no database.
 * Prints JSON on standard output alone, and ends with 1 where nothing could be stored.
 */
runMain(async () => {
  const asked = readAsked();
  if (asked.isCheck) {
    const checked = await checkPlanFile(path.basename(asked.file), await contentOf(asked.file), asked.year);
    print(checked);
    if (!checked.ok) await stop(1);
    return;
  }
  // The preparation of a database says how far it is, and standard output is for the JSON alone.
  process.stdout.write = process.stderr.write.bind(process.stderr);
  await generatePrismaClient();
  let isStored = false;
  await withDatabase(async (url) => {
    if (process.env.DATABASE_URL) await prepareNewDatabase(url);
    else await requireMigrated(url);
    process.env.DATABASE_URL = url;
    isStored = await store(asked);
  });
  if (!isStored) await stop(1);
});
