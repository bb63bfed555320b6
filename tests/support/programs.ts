import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

function isThere(program: string): Promise<boolean> {
  return run('sh', ['-c', `PATH="$PATH:/usr/sbin" command -v ${program}`]).then(
    () => true,
    () => false,
  );
}

/**
 * Says which programs a test lacks, as one sentence, or null if it has all; takes Debian's packages by their programs. A
 * test that runs nothing must not look as if it had: with CI set this throws, elsewhere the sentence is printed.
 */
export async function missingPrograms(packages: Record<string, string>): Promise<string | null> {
  const missing: string[] = [];
  for (const [program, names] of Object.entries(packages)) if (!(await isThere(program))) missing.push(names);
  if (missing.length === 0) return null;
  const sentence = `These tests run only in part here: install Debian's ${missing.join(' ')}.`;
  if (process.env.CI) throw new Error(sentence);
  console.warn(`\n${sentence}\n`);
  return sentence;
}
