import 'server-only';
import { listRegister, membersOf } from '@/lib/agencies/data';
import { matchAgency } from '@/lib/domain/agencies/names';
import type { TaskFacts } from '@/lib/domain/plan/task';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { TypedTask } from '@/lib/schemas/plan-task';

type Part = TaskFacts['groups'][number]['part'];

/** The agencies that a list of names stands for, and the groups among the names. */
type Named = { ids: string[]; groups: TaskFacts['groups'] };

/**
 * Gives the agencies that are named, each by its own name or an alias, or by a group for its members. Refuses a name that
 * the register does not have.
 */
export async function agenciesNamed(names: readonly string[], part: Part): Promise<Result<Named>> {
  const register = await listRegister();
  const named: Named = { ids: [], groups: [] };
  for (const name of names) {
    const match = matchAgency(name, register);
    const members = 'id' in match ? [match.id] : await membersOf(name);
    if (!members) return refused({ code: 'agency-name-unknown', name });
    named.ids.push(...members);
    if (!('id' in match)) named.groups.push({ part, name });
  }
  return accepted({ ...named, ids: [...new Set(named.ids)] });
}

/** Gives the facts of a typed task; refuses as `agenciesNamed` does. An agency that leads does not support besides. */
export async function factsOfTyped({ leads, supports, ...typed }: TypedTask): Promise<Result<TaskFacts>> {
  const leading = await agenciesNamed(leads, 'lead');
  if (!leading.ok) return leading;
  const supporting = await agenciesNamed(supports, 'support');
  if (!supporting.ok) return supporting;
  const { number, headings, shortTitle, text, measures, target, dueText, dueOn, dueKind } = typed;
  const { indicators, milestones } = typed;
  return accepted({
    ...{ number, headings, shortTitle, text, measures, target, dueText, dueOn, dueKind, indicators, milestones },
    leads: leading.value.ids,
    supports: supporting.value.ids.filter((id) => !leading.value.ids.includes(id)),
    groups: [...leading.value.groups, ...supporting.value.groups],
  });
}
