import type { Metadata } from 'next';
import { CheckOutcome } from '@/components/filing/check-outcome';
import { fieldAnchor } from '@/components/filing/entry-fields';
import { reportCrumbs } from '@/components/filing/report-crumbs';
import { ReportText } from '@/components/filing/report-text';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { loadReport } from '@/lib/reports/loaders';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: t('filing.check.title') };

/** `/filing/[reportId]/check`: the report as the division will read it, what it lacks, and the button that files it. */
export default async function ReportCheckPage({ params }: { params: Promise<{ reportId: string }> }) {
  const report = await loadReport((await params).reportId);
  const canSave = report.commands.includes('save');
  const editor = routes.report(report.id);
  return (
    <>
      <PageHeader
        title={t('filing.check.heading', { quarter: formatQuarter(report.quarter) })}
        crumbs={reportCrumbs(report, t('filing.check.title'))}
        actions={
          <ButtonLink href={editor} variant="secondary">
            {t(canSave ? 'filing.check.back' : 'filing.check.view')}
          </ButtonLink>
        }
      />
      <CheckOutcome report={report} />
      <div className="mt-8">
        <SectionHeading>{t('filing.check.text')}</SectionHeading>
        <Card>
          <ReportText
            entries={report.entries}
            editHref={canSave ? (code, field) => `${editor}#${fieldAnchor(code, field)}` : undefined}
          />
        </Card>
      </div>
    </>
  );
}
