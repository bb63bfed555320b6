import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { PublicationRow } from '@/lib/review/report/data';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { sectionNames } from './publication-history';

type PublicationStatusProps = { status: ReportStatus; agencyCode: string; current: PublicationRow | null };

/** The text that is public now, and the reason where it cannot be changed. */
export function PublicationStatus({ status, agencyCode, current }: PublicationStatusProps) {
  const t = useT();
  const isAccepted = status === 'accepted';
  return (
    <>
      <NoticeBox tone="info" title={t('review.publication.currentTitle')}>
        <p>
          {current?.content
            ? t('review.publication.current', {
                at: formatInstant(current.publishedAt),
                name: current.publishedBy,
                kind: t(`review.publication.kinds.${current.kind}`),
                sections: sectionNames(t, current.content),
              })
            : t('review.publication.none')}
          {current && <TextLink href={routes.agency(agencyCode)}>{t('review.publication.publicPage')}</TextLink>}
        </p>
      </NoticeBox>
      {!isAccepted && (
        <NoticeBox tone="warning" title={t('review.publication.notAccepted')}>
          <p>
            {current
              ? t('review.publication.stillPublic')
              : t('review.publication.notAcceptedHint', { status: t(`statuses.${status}`) })}
          </p>
        </NoticeBox>
      )}
    </>
  );
}
