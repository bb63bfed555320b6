import { TextField } from './field';

/** The field for a search text, which becomes part of the address. */
export function SearchField({ label, defaultValue }: { label: string; defaultValue: string | undefined }) {
  return (
    <TextField label={label} name="search" type="search" className="h-12" maxLength={100} defaultValue={defaultValue} />
  );
}
