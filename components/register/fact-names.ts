const factNames = ['name', 'shortName', 'aliases', 'creditCode', 'kind', 'parentId', 'position'] as const;

export type FactName = (typeof factNames)[number];

/** Says whether the register has a field of this name. */
export const isFactName = (name: string): name is FactName => (factNames as readonly string[]).includes(name);
