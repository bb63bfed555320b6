/** What a form that searches keeps of the address that it stands on; what is empty is left out. */
export function KeptFields({ kept }: { kept: Record<string, string | number | undefined> }) {
  return Object.entries(kept).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  );
}
