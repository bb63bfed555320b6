/** A mark of four quarters, each further than the one before. */
export function SiteMark() {
  return (
    <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" className="size-10 shrink-0">
      <rect width="40" height="40" rx="6" className="fill-accent" />
      <path d="M9 25h4v6H9zM15.7 20h4v11h-4zM22.3 15h4v16h-4zM29 9h4v22h-4z" className="fill-white" />
    </svg>
  );
}
