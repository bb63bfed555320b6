import type { Metadata } from 'next';
import { DraftHeader } from '@/components/summaries/draft-header';
import { PlaceForm, ResetOrderForm } from '@/components/summaries/order-forms';
import { OrderList } from '@/components/summaries/order-list';
import { summaryAddress } from '@/components/summaries/summary-address';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { routes } from '@/lib/routes';
import { loadSummaryOrder, loadSummaryTitle } from '@/lib/summaries/loaders';
import { getT } from '@/lib/text/get-t';

type OrderPageProps = PageProps<'/review/summaries/[summaryId]/order'>;

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const t = getT();
  const title = await loadSummaryTitle((await params).summaryId);
  return { title: t('summaries.partOf', { part: t('summaries.order.title'), title }) };
}

/** The order of a draft's tasks. 404 for everyone but the division and the leader, who can only read it. */
export default async function SummaryOrderPage({ params, searchParams }: OrderPageProps) {
  const t = getT();
  const { summary, counts, units, range, mayWrite } = await loadSummaryOrder(
    (await params).summaryId,
    await searchParams,
  );
  const named = units.map(({ id, position, agencyName, taskText }) => ({
    id,
    position,
    name: summary.arrangement === 'by_agency' ? agencyName : taskText,
  }));
  const order = { summaryId: summary.id, orderVersion: summary.orderVersion };
  return (
    <>
      <DraftHeader draft={summary} part={t('summaries.order.title')} />
      <div className="grid gap-6">
        <Card className="grid gap-4">
          {mayWrite ? (
            <OrderList {...order} count={counts.units} units={named} />
          ) : (
            <ol start={range.first} className="list-decimal pl-8">
              {named.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ol>
          )}
          <Pagination
            page={range.page}
            pageSize={range.pageSize}
            total={counts.units}
            totalWords={t(`summaries.body.${summary.arrangement}`, { total: counts.units })}
            addressOf={(page) => summaryAddress(routes.summaryOrder(summary.id), { page })}
          />
        </Card>
        {mayWrite && (
          <Card className="grid gap-6">
            <SectionHeading>{t('summaries.order.farther')}</SectionHeading>
            <PlaceForm {...order} count={counts.units} />
            <ResetOrderForm {...order} />
          </Card>
        )}
      </div>
    </>
  );
}
