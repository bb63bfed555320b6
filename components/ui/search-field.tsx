import { TextField } from './field';

/** A part of a name or a text to look for, as it stands in an address. */
export function SearchField({ label, defaultValue }: { label: string; defaultValue: string | undefined }) {
  return (
    <TextField label={label} name="search" type="search" className="h-12" maxLength={100} defaultValue={defaultValue} />
  );
}
