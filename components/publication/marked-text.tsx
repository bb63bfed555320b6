/** A text with some of its places marked. */
export function MarkedText({ text, places }: { text: string; places: readonly { start: number; end: number }[] }) {
  const pieces = places.map(({ start, end }, index) => ({
    before: text.slice(places[index - 1]?.end ?? 0, start),
    marked: text.slice(start, end),
    start,
  }));
  return (
    <>
      {pieces.map(({ before, marked, start }) => (
        <span key={start}>
          {before}
          <mark className="rounded-sm bg-warning-soft px-0.5 text-warning">{marked}</mark>
        </span>
      ))}
      {text.slice(places.at(-1)?.end ?? 0)}
    </>
  );
}
