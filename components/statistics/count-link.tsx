import type { Route } from 'next';

type CountLinkProps = {
  count: number;
  href: Route;
  /** The thing counted, for screen readers that read the number alone. */
  subject: string;
};

/** A number that links to the list that it counts; a zero is no link, and is hidden on a phone's cards. */
export function CountLink({ count, href, subject }: CountLinkProps) {
  if (count === 0) return <span className="count-of-none text-muted">0</span>;
  return (
    <a href={href} className="link">
      {count}
      <span className="sr-only"> {subject}</span>
    </a>
  );
}
