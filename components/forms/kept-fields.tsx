/** Parameters of the address that a search form keeps; empty ones are left out. */
export function KeptFields({ kept }: { kept: Record<string, string | number | undefined> }) {
  return Object.entries(kept).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  );
}
