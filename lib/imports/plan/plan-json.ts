import 'server-only';
import { getT } from '@/lib/text/get-t';
import { type PlanProblem, placeOf } from './plan-source';
import { planOf, type ReadPlan, readBlocks } from './read-plan';
import { readSource } from './source-of-file';

function problemJson({ code, severity, at, values }: PlanProblem) {
  const message = getT()(`imports.problems.${code}`, values);
  return { ...placeOf(at), code, ...(severity ? { severity } : {}), message };
}

/** Gives what was read as JSON: what a plan stores of it with its warnings, or the problems, of which nothing is stored. */
export function planJson(read: ReadPlan) {
  if (!read.ok) return { ok: false as const, problems: read.problems.map(problemJson), stored: 'nothing' as const };
  const warnings = read.warnings.map(problemJson);
  return { ok: true as const, ...read.plan, ...(warnings.length > 0 ? { problems: warnings } : {}) };
}

/**
 * Reads a file of a plan by its name and content, and gives what would be stored of it, or the problems: the form that the
 * command `plan:import --check` prints.
 */
export async function checkPlanFile(name: string, file: Buffer, givenYear: number | null) {
  const source = await readSource(name, file);
  return planJson(source.ok ? planOf(readBlocks(source.blocks, givenYear)) : source);
}
