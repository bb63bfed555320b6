import { NoticeBox } from '@/components/ui/notice-box';
import type { ReportStatus } from '@/lib/domain/report';
import { formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { type PublicationFacts, sectionNames } from './publication-history';

type PublicationStandingProps = { status: ReportStatus; current: PublicationFacts | null };

/** What the public can read now, and why nothing can be done about it where that is so. */
export function PublicationStanding({ status, current }: PublicationStandingProps) {
  const isAccepted = status === 'accepted';
  return (
    <>
      <NoticeBox tone={current ? 'success' : 'info'} title={t('review.publication.currentTitle')}>
        <p>
          {current?.content
            ? t('review.publication.current', {
                at: formatInstant(current.publishedAt),
                name: current.publishedBy,
                kind: t(`review.publication.kinds.${current.kind}`),
                sections: sectionNames(current.content),
              })
            : t('review.publication.none')}
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
