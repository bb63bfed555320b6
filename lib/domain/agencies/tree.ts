/** An agency in the levels of the register. */
export type Levelled = { id: string; parentId: string | null };

/** Numbers of an agency that add up from level to level. */
export type LevelCounts = { agencies: number; owed: number; filed: number };

/** Says whether an agency would stand above itself under this parent. */
export function isCircle(id: string, parentId: string | null, agencies: readonly Levelled[]): boolean {
  const parents = new Map(agencies.map((agency) => [agency.id, agency.parentId]));
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}

function childrenOf<Agency extends Levelled>(agencies: readonly Agency[]): Map<string | null, Agency[]> {
  const known = new Set(agencies.map(({ id }) => id));
  const children = new Map<string | null, Agency[]>();
  for (const agency of agencies) {
    const parent = agency.parentId !== null && known.has(agency.parentId) ? agency.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), agency]);
  }
  return children;
}

/**
 * Lists agencies so that each stands above those of the level below, which keep their order; `depth` is 0 for the highest, and
 * `below` counts all that stand under an agency, without itself.
 */
export function inLevels<Agency extends Levelled & Omit<LevelCounts, 'agencies'>>(
  agencies: readonly Agency[],
): (Agency & { depth: number; below: LevelCounts })[] {
  const children = childrenOf(agencies);
  const listed: (Agency & { depth: number; below: LevelCounts })[] = [];
  const list = (agency: Agency, depth: number): LevelCounts => {
    const below = { agencies: 0, owed: 0, filed: 0 };
    listed.push({ ...agency, depth, below });
    for (const child of children.get(agency.id) ?? []) {
      const under = list(child, depth + 1);
      below.agencies += under.agencies;
      below.owed += under.owed;
      below.filed += under.filed;
    }
    return { agencies: below.agencies + 1, owed: below.owed + agency.owed, filed: below.filed + agency.filed };
  };
  for (const agency of children.get(null) ?? []) list(agency, 0);
  return listed;
}
