import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { checkPlanFile } from '@/lib/imports/plan/plan-json';

const folder = path.resolve(import.meta.dirname, 'plans');

/** A sample file of tests/support/plans. */
export const samplePlan = (name: string) => readFileSync(path.join(folder, name));

type Json = Record<string, unknown>;

/** Of a problem, its code, severity and place count; of a plan, everything but notes. */
const bound: Record<string, true> = Object.fromEntries(
  ['ok', 'title', 'issuer', 'issuedOn', 'contactOffice', 'year', 'tasks', 'problems', 'stored'].map((key) => [
    key,
    true,
  ]),
);
const free = new Set(['note', 'ignored', 'message', 'suggestion', 'remark']);

/** null, [] and what is absent are equal. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key]) => !free.has(key))
    .map(([key, each]) => [key, plain(each)] as const)
    .filter(([, each]) => each !== null && each !== undefined && !(Array.isArray(each) && each.length === 0));
  return Object.fromEntries(kept);
}

/** The part of a result that has to be as expected. */
export const bindingPart = (result: object) =>
  plain(Object.fromEntries(Object.entries(result).filter(([key]) => bound[key])));

/** The right result of a sample file. */
export const expectedPlan = (name: string): unknown =>
  bindingPart(JSON.parse(readFileSync(path.join(folder, 'expected', `${name}.json`), 'utf8')) as Json);

export type CheckedPlan = Awaited<ReturnType<typeof checkPlanFile>>;

/** One task on a line: number | headings | text | content | leads | supports | time limit. */
export function taskLines(checked: CheckedPlan): string[] {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const units = (named: readonly (string | { group: string })[]) =>
    named.map((unit) => (typeof unit === 'string' ? unit : `[${unit.group}]`)).join('+');
  return checked.tasks.map(({ number, path, text, content, leads, supports, due }) =>
    [number, path.join('>'), text, content ?? '', units(leads), units(supports), due && (due.on ?? due.kind)].join('|'),
  );
}
