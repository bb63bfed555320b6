import type { Metadata, Route } from 'next';
import { AssignForm } from '@/components/assignment/assign-form';
import { LeaveForm } from '@/components/assignment/leave-form';
import { LeaveList } from '@/components/assignment/leave-list';
import { PlanChoice } from '@/components/plans/plan-choice';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import { SectionHeading } from '@/components/ui/section-heading';
import { type Assignment, loadAssignment } from '@/lib/assignment/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('assignment.title') };
}

function Filter({ query, reviewers }: Pick<Assignment, 'query' | 'reviewers'>) {
  const t = getT();
  return (
    <form action={routes.assignment()} method="get" className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="plan" value={query.plan} />
      <div className="w-full sm:w-56">
        <SearchField label={t('review.filter.search')} defaultValue={query.search} />
      </div>
      <div className="w-full sm:w-56">
        <SelectField
          label={t('assignment.reviewer')}
          name="reviewer"
          className="h-12"
          emptyOption={t('assignment.anybody')}
          options={[
            { value: 'none', label: t('assignment.nobody') },
            ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={query.reviewer ?? ''}
        />
      </div>
      <Button type="submit" variant="secondary" className="h-12">
        {t('review.filter.submit')}
      </Button>
    </form>
  );
}

function addressOf({ plan, search, reviewer }: Assignment['query'], page: number): Route {
  const chosen = Object.entries({ plan, search, reviewer, page: page > 1 ? String(page) : undefined });
  const text = new URLSearchParams(chosen.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return (text ? `${routes.assignment()}?${text}` : routes.assignment()) as Route;
}

/**
 * `/review/assignment`: the reviewer of each agency, with stand-ins; 404 for everyone but the division and the leader.
 */
export default async function AssignmentPage({ searchParams }: PageProps<'/review/assignment'>) {
  const t = getT();
  const assignment = await loadAssignment(await searchParams);
  if (!assignment) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { plans, query, agencies, total, pageSize, reviewers, leaves, mayAssign, mayBeAway } = assignment;
  return (
    <>
      <PageHeader
        title={t('assignment.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('assignment.title') },
        ]}
        lead={t('assignment.lead')}
      />
      <div className="grid gap-6">
        <Card className="grid gap-4">
          <SectionHeading>{t('assignment.agencies')}</SectionHeading>
          <PlanChoice page={routes.assignment()} plans={plans} plan={query.plan} />
          <Filter query={query} reviewers={reviewers} />
          <AssignForm
            key={`${query.plan} ${query.page}`}
            plan={query.plan}
            agencies={agencies}
            reviewers={reviewers}
            mayAssign={mayAssign}
          />
          <Pagination
            page={query.page}
            pageSize={pageSize}
            total={total}
            totalWords={t('review.pages.agencies', { total })}
            addressOf={(page) => addressOf(query, page)}
          />
        </Card>
        <Card className="grid gap-4">
          <SectionHeading>{t('assignment.leave.title')}</SectionHeading>
          <p className="max-w-text text-muted">{t('assignment.leave.lead')}</p>
          <LeaveList leaves={leaves} />
          {mayBeAway.length > 0 && <LeaveForm mayBeAway={mayBeAway} reviewers={reviewers} />}
        </Card>
      </div>
    </>
  );
}
