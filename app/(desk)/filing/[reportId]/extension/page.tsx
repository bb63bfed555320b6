import type { Metadata } from 'next';
import { ExtensionForm } from '@/components/extensions/extension-form';
import { ExtensionList } from '@/components/extensions/extension-list';
import { CommandForm } from '@/components/filing/report/command-form';
import { reportCrumbs } from '@/components/filing/report/report-crumbs';
import { ReportFactsList } from '@/components/filing/report/report-facts-list';
import { workingDayChoices } from '@/components/reports/working-day-choices';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { loadExtensionRequests } from '@/lib/extensions/loaders';
import { loadReport } from '@/lib/filing/loaders';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('filing.extension.title') };
}

/** `/filing/[reportId]/extension`: requests a later last day, and lists earlier requests with their decisions. */
export default async function ExtensionPage({ params }: { params: Promise<{ reportId: string }> }) {
  const t = getT();
  const report = await loadReport((await params).reportId);
  const { extensions, days } = await loadExtensionRequests(report);
  const [latest] = extensions;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('filing.extension.heading', { period: formatPeriod(report.periodCode) })}
        crumbs={reportCrumbs(t, report, t('filing.extension.title'))}
        lead={t('filing.extension.lead')}
      />
      <Card className="mb-6">
        <ReportFactsList report={report} extension={null} />
      </Card>
      <ExtensionForm
        reportId={report.id}
        version={report.version}
        days={workingDayChoices(t, days, 'deadline')}
        canRequest={report.commands.includes('request-extension')}
      />
      {report.commands.includes('take-back-extension') && (
        <Card className="mt-6 grid gap-3">
          <p className="text-muted">{t('filing.extension.takeBackHint')}</p>
          <CommandForm
            command="take-back-extension"
            reportId={report.id}
            version={report.version}
            label={t('filing.extension.takeBack')}
            variant="secondary"
          />
        </Card>
      )}
      {latest?.outcome !== null && !report.commands.includes('request-extension') && (
        <NoticeBox tone="info">{t('filing.extension.notNow')}</NoticeBox>
      )}
      <ExtensionList extensions={extensions} />
    </div>
  );
}
