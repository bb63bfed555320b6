import type { Metadata } from 'next';
import { LadderForm } from '@/components/chasing/ladder-form';
import { LadderList } from '@/components/chasing/ladder-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { loadLadder } from '@/lib/chasing/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('chasing.ladder.title') };
}

/** Number of steps that the form has room for; the schema accepts no more. */
const mostRungs = 8;

/**
 * `/review/chasing/ladder`: the chasing schedule, which says on which working days whom the portal notifies. The
 * coordinator sets it; 404 for everyone but the division and the leader.
 */
export default async function LadderPage({ searchParams }: PageProps<'/review/chasing/ladder'>) {
  const t = getT();
  const found = await loadLadder(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { plan, ladder, isDone, maySet } = found;
  return (
    <>
      <PageHeader
        title={t('chasing.ladder.title')}
        crumbs={[
          { label: t('site.home'), href: routes.home() },
          { label: t('review.title'), href: routes.review() },
          { label: t('chasing.title'), href: routes.chasing() },
          { label: t('chasing.ladder.title') },
        ]}
        lead={t('chasing.ladder.lead')}
      />
      <div className="grid gap-6">
        {isDone && <NoticeBox tone="success" title={t('chasing.ladder.saved')} live />}
        <Card className="grid gap-4">
          <p className="font-medium">{plan.title}</p>
          <LadderList ladder={ladder} />
          {maySet ? (
            <LadderForm plan={plan.code} ladder={ladder} most={mostRungs} />
          ) : (
            <p className="text-muted">{t('chasing.ladder.onlyCoordinator')}</p>
          )}
        </Card>
      </div>
    </>
  );
}
