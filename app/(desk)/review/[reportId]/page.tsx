import type { Metadata } from 'next';
import { GrantExtension } from '@/components/extensions/grant-extension';
import { TaskAsked } from '@/components/reports/tasks/task-asked';
import { workingDayChoices } from '@/components/reports/working-day-choices';
import { listTextOf } from '@/components/review/list/review-address';
import { BeginReviewForm } from '@/components/review/report/begin-review-form';
import { cautionsOf } from '@/components/review/report/cautions';
import { ChangedSinceFiling } from '@/components/review/report/changed-since-filing';
import { DecisionPanel } from '@/components/review/report/decision-panel';
import { DoneNotice } from '@/components/review/report/done-notice';
import { EarlierReasons } from '@/components/review/report/earlier-reasons';
import { NearCopies } from '@/components/review/report/near-copies';
import { stepsBeside } from '@/components/review/report/neighbour-steps';
import { NotFiled } from '@/components/review/report/not-filed';
import { ReportHistory } from '@/components/review/report/report-history';
import { ReportNotices } from '@/components/review/report/report-notices';
import { ReportReaders } from '@/components/review/report/report-readers';
import { ReportStatusCard } from '@/components/review/report/report-status-card';
import { ReportSteps } from '@/components/review/report/report-steps';
import { ReturnReasons } from '@/components/review/report/return-reasons';
import { SectionWriting } from '@/components/review/report/section-writing';
import { TaskReport } from '@/components/review/report/task-report';
import { VersionList } from '@/components/review/report/version-list';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { type EvidenceByTask, loadVersionEvidence } from '@/lib/evidence/loaders';
import type { ReportTask } from '@/lib/reports/tasks/data';
import { loadReportTasks } from '@/lib/reports/tasks/loaders';
import { loadNeighbours } from '@/lib/review/neighbours/loaders';
import { loadReportReview, type ReportReview } from '@/lib/review/report/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

type ReviewPageProps = PageProps<'/review/[reportId]'>;

function titleOf({ report }: ReportReview): string {
  const t = getT();
  return t('review.report.title', { agency: report.agency.name, period: formatPeriod(report.periodCode) });
}

async function load({ params, searchParams }: ReviewPageProps) {
  const [{ reportId }, query] = await Promise.all([params, searchParams]);
  const { version, done } = query;
  return {
    review: await loadReportReview(reportId, Number(version)),
    query,
    done: typeof done === 'string' ? done : undefined,
  };
}

export async function generateMetadata(props: ReviewPageProps): Promise<Metadata> {
  return { title: titleOf((await load(props)).review) };
}

function ReviewHeader({ review }: { review: ReportReview }) {
  const t = getT();
  const canDecide = review.commands.includes('accept') && review.shown?.number === review.report.filedVersions;
  return (
    <PageHeader
      title={titleOf(review)}
      crumbs={[
        { label: t('layout.home'), href: routes.home() },
        { label: t('review.desk'), href: routes.review() },
        { label: titleOf(review) },
      ]}
      lead={review.report.plan.title}
      actions={
        (canDecide && (
          <a href="#decision" className="link">
            {t('review.report.toDecision')}
          </a>
        )) ||
        (review.commands.includes('chase') && (
          <ButtonLink href={routes.chasingOne(review.report)} variant="secondary">
            {t('chasing.thisOne')}
          </ButtonLink>
        ))
      }
    />
  );
}

type FiledReportProps = { review: ReportReview; evidence: EvidenceByTask; tasks: readonly ReportTask[] };

function FiledReport({ review, evidence, tasks }: FiledReportProps) {
  const t = getT();
  const { shown, report, returns, commands } = review;
  if (!shown) {
    return <NotFiled status={report.status} />;
  }
  const { form } = shown;
  const isLatest = shown.number === report.filedVersions;
  const writing = {
    reportId: report.id,
    form,
    remarks: review.remarks,
    canRemark: isLatest && commands.includes('remark'),
    canReturn: isLatest && commands.includes('return'),
  };
  return (
    <section aria-labelledby="report-content" className="grid gap-5">
      <div>
        <SectionHeading id="report-content">{t('review.report.content', { number: shown.number })}</SectionHeading>
        <p className="text-sm text-muted">{t('review.report.contentHint')}</p>
      </div>
      {isLatest && <ChangedSinceFiling tasks={tasks} />}
      {isLatest && (
        <NearCopies
          periodCode={review.report.periodCode}
          nearCopies={review.likeness.nearCopies}
          entries={shown.snapshot.entries}
          form={form}
        />
      )}
      {shown.snapshot.entries.map((entry, index) => (
        <TaskReport
          key={entry.taskId}
          entry={entry}
          form={form}
          asked={<TaskAsked task={tasks.find(({ taskId }) => taskId === entry.taskId)} />}
          evidence={evidence.get(entry.taskId)}
          likeness={isLatest ? review.likeness : undefined}
          earlier={shown.previous}
          underSection={(section) => <SectionWriting {...writing} index={index} task={entry} section={section} />}
        >
          <EarlierReasons taskId={entry.taskId} returns={returns} form={form} />
          <SectionWriting {...writing} index={index} task={entry} section={null} />
        </TaskReport>
      ))}
    </section>
  );
}

function Decision({ review, list }: { review: ReportReview; list: string }) {
  const t = getT();
  const { report, commands, shown } = review;
  if (!report.isWithDivision) return null;
  if (shown?.number !== report.filedVersions) return null;
  if (commands.length === 0) return <Card>{t('review.decision.leader')}</Card>;
  return (
    <DecisionPanel
      report={{ ...report, list }}
      commands={commands}
      taskCodes={shown.snapshot.entries.map(({ taskCode }) => taskCode)}
      returnDueOn={review.returnDueOn}
      returnDays={workingDayChoices(t, review.returnDays, 'today')}
      cautions={cautionsOf(t, {
        periodCode: report.periodCode,
        version: shown.number,
        form: shown.form,
        entries: shown.snapshot.entries,
        nearCopies: review.likeness.nearCopies,
        remarks: review.remarks,
      })}
    />
  );
}

/**
 * A filed report with the division's commands on it. 404 where the report does not exist or is not the reader's to see.
 */
export default async function ReportReviewPage(props: ReviewPageProps) {
  const t = getT();
  const { review, query, done } = await load(props);
  const { report, shown, versions, next } = review;
  const [neighbours, evidence, tasks] = await Promise.all([
    loadNeighbours(report.id, query),
    loadVersionEvidence(report.id, shown?.snapshot),
    loadReportTasks(report.id),
  ]);
  const list = listTextOf(neighbours.list ?? {});
  return (
    <>
      <ReviewHeader review={review} />
      <ReportSteps
        {...stepsBeside(t, neighbours, done === undefined ? null : next)}
        canAccept={review.commands.includes('accept') && shown?.number === report.filedVersions}
      />
      <ReportReaders reportId={report.id} after={review.events[0]?.id ?? '0'} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6">
          <DoneNotice
            done={done}
            status={report.status}
            links={[
              ...(next
                ? [{ href: routes.reportReview(next.id), label: t('review.done.next', { agency: next.agencyName }) }]
                : []),
              { href: routes.review(), label: t('review.done.backToList') },
            ]}
          />
          <ReportStatusCard report={report} light={review.light} latest={versions[0]} begun={review.begun} />
          {report.status === 'filed' && (
            <BeginReviewForm report={report} canBegin={review.commands.includes('begin-review')} />
          )}
          <ReportNotices report={report} shown={shown?.number ?? null} extension={review.extension} />
          <ReturnReasons
            key={`${report.status}-${report.filedVersions}`}
            reportId={report.id}
            entryForm={shown?.form ?? report.form}
          >
            <FiledReport review={review} evidence={evidence} tasks={tasks} />
            <Decision review={review} list={list} />
          </ReturnReasons>
          {review.commands.includes('grant-extension') && (
            <GrantExtension report={report} days={review.extensionDays} isLate={review.isPeriodClosed} />
          )}
        </div>
        <aside className="grid min-w-0 gap-6">
          <VersionList reportId={report.id} versions={versions} shown={shown?.number ?? 0} />
          <ReportHistory events={review.events} chases={review.chases} />
        </aside>
      </div>
    </>
  );
}
