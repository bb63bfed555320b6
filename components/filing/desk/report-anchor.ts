/** Gives the anchor of a report's card on the desk. */
export function reportAnchor({ id }: { id: string }): string {
  return `report-${id}`;
}
