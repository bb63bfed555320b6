import type { Route } from 'next';

type CountLinkProps = {
  count: number;
  href: Route;
  /** What is counted, for whoever hears the number by itself. */
  subject: string;
};

/** A number that leads to the list that it counts; nothing leads nowhere, and takes no line of a card on a phone. */
export function CountLink({ count, href, subject }: CountLinkProps) {
  if (count === 0) return <span className="count-of-none text-muted">0</span>;
  return (
    <a href={href} className="link">
      {count}
      <span className="sr-only"> {subject}</span>
    </a>
  );
}
