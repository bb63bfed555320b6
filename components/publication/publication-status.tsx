import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { PublicationRow } from '@/lib/publication/desk/data';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { sectionNames } from './publication-history';

type PublicationStatusProps = { status: ReportStatus; agencyCode: string; publications: readonly PublicationRow[] };

function currentWords(t: Translate, last: PublicationRow | undefined): string {
  if (!last) return t('publication.none');
  const at = formatInstant(last.publishedAt);
  if (!last.content) return t('publication.withdrawnOn', { at });
  const kind = t(`publication.kinds.${last.kind}`);
  return t('publication.current', { at, name: last.publishedBy, kind, sections: sectionNames(t, last.content) });
}

/** The text that is public now, and the reason where it cannot be changed. */
export function PublicationStatus({ status, agencyCode, publications }: PublicationStatusProps) {
  const t = useT();
  const [last] = publications;
  const isPublic = last !== undefined && last.kind !== 'withdrawn';
  return (
    <>
      <NoticeBox tone="info" title={t('publication.currentTitle')}>
        <p>
          {currentWords(t, last)}
          {isPublic && <TextLink href={routes.agency(agencyCode)}>{t('publication.publicPage')}</TextLink>}
        </p>
      </NoticeBox>
      {status !== 'accepted' && (
        <NoticeBox tone="warning" title={t('publication.notAccepted')}>
          <p>
            {isPublic
              ? t('publication.stillPublic')
              : t('publication.notAcceptedHint', { status: t(`statuses.${status}`) })}
          </p>
        </NoticeBox>
      )}
    </>
  );
}
