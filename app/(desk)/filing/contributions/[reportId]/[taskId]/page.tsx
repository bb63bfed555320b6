import type { Metadata } from 'next';
import { ContributionForm } from '@/components/contributions/contribution-form';
import { OwnContributions } from '@/components/contributions/own-contributions';
import { supportedDueWords } from '@/components/contributions/supported-task';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadSupportedTask } from '@/lib/contributions/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { taskNumber, taskWords } from '@/lib/text/task-words';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('contributions.page.title') };
}

type ContributionPageProps = { params: Promise<{ reportId: string; taskId: string }> };

/**
 * `/filing/contributions/[reportId]/[taskId]`: the texts that a supporting agency offers for a task; 404 for every
 * other agency.
 */
export default async function ContributionPage({ params }: ContributionPageProps) {
  const t = getT();
  const { reportId, taskId } = await params;
  const task = await loadSupportedTask(reportId, taskId);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('contributions.page.heading', { period: formatPeriod(task.periodCode) })}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('filing.desk.title'), href: routes.filing() },
          { label: t('contributions.page.title') },
        ]}
        lead={t('contributions.page.lead')}
      />
      <Card className="mb-6">
        <p className="mb-4">{taskWords(task.taskText)}</p>
        <DefinitionList
          items={[
            { term: t('contributions.code'), details: t('filing.task', { number: taskNumber(task.taskCode) }) },
            { term: t('contributions.leadAgency'), details: task.leadAgency },
            { term: t('contributions.dueOn'), details: supportedDueWords(t, task) },
          ]}
        />
      </Card>
      <Card className="mb-6">
        <SectionHeading>{t('contributions.own')}</SectionHeading>
        <OwnContributions
          reportId={reportId}
          isOpen={task.isOpen}
          contributions={task.contributions}
          form={task.form}
        />
      </Card>
      {task.isOpen ? (
        <Card>
          <SectionHeading>{t('contributions.form.title')}</SectionHeading>
          <ContributionForm reportId={reportId} taskId={taskId} form={task.form} />
        </Card>
      ) : (
        <NoticeBox tone="info">{t('contributions.closed')}</NoticeBox>
      )}
    </div>
  );
}
