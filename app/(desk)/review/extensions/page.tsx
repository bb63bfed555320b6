import type { Metadata } from 'next';
import { DecidedExtensions } from '@/components/extensions/decided-extensions';
import { ExtensionRequest } from '@/components/extensions/extension-request';
import { reviewAddress } from '@/components/review/list/review-address';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import { loadExtensions } from '@/lib/review/report/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('review.extension.title') };
}

/** Requests for more time, which the coordinator decides. 404 for everyone but the division and the leader. */
export default async function ExtensionsPage({ searchParams }: PageProps<'/review/extensions'>) {
  const t = getT();
  const { pending, decided, mayDecide } = await loadExtensions();
  const isOfSeveral = new Set([...pending, ...decided].map(({ report }) => report.planTitle)).size > 1;
  const isDone = (await searchParams).done === 'decide-extension';
  return (
    <>
      <PageHeader
        title={t('review.extension.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('review.extension.title') },
        ]}
        lead={t('review.extension.lead')}
      />
      <div className="grid gap-6">
        {isDone && <NoticeBox tone="success" title={t('review.done.decide-extension')} live />}
        <section>
          <SectionHeading>{t('review.extension.pendingTitle', { count: pending.length })}</SectionHeading>
          {!mayDecide && pending.length > 0 && (
            <p className="mb-4 text-muted">{t('review.extension.onlyCoordinator')}</p>
          )}
          <div className="grid gap-5">
            {pending.map((extension) => (
              <ExtensionRequest key={extension.id} extension={extension} mayDecide={mayDecide} withPlan={isOfSeveral} />
            ))}
          </div>
          {pending.length === 0 && <EmptyState title={t('review.extension.pendingEmpty')} />}
          {mayDecide && (
            <p className="mt-4 text-muted">
              {t('review.extension.unrequested.where')}
              <TextLink href={reviewAddress({ status: 'unfiled' })}>
                {t('review.extension.unrequested.toReports')}
              </TextLink>
            </p>
          )}
        </section>
        {decided.length > 0 && (
          <Card>
            <SectionHeading>{t('review.extension.decidedTitle')}</SectionHeading>
            <DecidedExtensions extensions={decided} withPlan={isOfSeveral} />
          </Card>
        )}
      </div>
    </>
  );
}
