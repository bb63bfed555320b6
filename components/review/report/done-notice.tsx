import type { Route } from 'next';
import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { ReportStatus } from '@/lib/domain/report/report';
import { useT } from '@/lib/text/use-division-t';

/**
 * The step just done, by the name in the address, with the status that the report must then have; null where the status
 * does not change.
 */
const outcomes = {
  accept: 'accepted',
  return: 'returned',
  reopen: 'filed',
  'propose-publication': 'accepted',
  publish: 'accepted',
  'decline-publication': 'accepted',
  'take-back-publication': 'accepted',
  'withdraw-publication': null,
  'explain-publication-withdrawal': null,
  'grant-extension': null,
} as const satisfies Record<string, ReportStatus | null>;

function isOutcome(done: string | undefined): done is keyof typeof outcomes {
  return done !== undefined && Object.keys(outcomes).includes(done);
}

type DoneNoticeProps = {
  done: string | undefined;
  status: ReportStatus;
  links: readonly { href: Route; label: string }[];
};

/** Confirms a step as long as the report still has the status after it. */
export function DoneNotice({ done, status, links }: DoneNoticeProps) {
  const t = useT();
  if (!isOutcome(done) || (outcomes[done] ?? status) !== status) return null;
  return (
    <NoticeBox tone="success" title={t(`review.done.${done}`)} live>
      <p className="flex flex-wrap gap-x-6">
        {links.map(({ href, label }) => (
          <TextLink key={href} href={href}>
            {label}
          </TextLink>
        ))}
      </p>
    </NoticeBox>
  );
}
