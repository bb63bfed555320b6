/** The ends of a request for an extension: three by the division, and one by the agency, which took it back. */
export const extensionOutcomes = ['granted', 'shortened', 'refused', 'taken_back'] as const;
export type ExtensionOutcome = (typeof extensionOutcomes)[number];
