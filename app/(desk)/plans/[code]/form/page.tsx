import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { FormPreview } from '@/components/plans/form/form-preview';
import { FormTable } from '@/components/plans/form/form-table';
import { PlanFormEditor } from '@/components/plans/form/plan-form-editor';
import { ResetForm } from '@/components/plans/form/reset-form';
import { NoticeBox } from '@/components/ui/notice-box';
import { loadPlanForm } from '@/lib/plans/form/loaders';
import { getT } from '@/lib/text/get-t';
import { namedPlanForm } from '@/lib/text/plan-form-words';

type FormPageProps = PageProps<'/plans/[code]/form'>;

export async function generateMetadata({ params }: FormPageProps): Promise<Metadata> {
  const t = getT();
  const { plan } = await loadPlanForm((await params).code);
  return { title: `${t('plans.sections.form')} · ${plan.title}` };
}

/** `/plans/[code]/form`: what a plan asks its agencies to report. 404 for whoever holds no role of the division for its office. */
export default async function PlanFormPage({ params, searchParams }: FormPageProps) {
  const t = getT();
  const { plan, form, isOwn, isInUse, mayChange } = await loadPlanForm((await params).code);
  const { done } = await searchParams;
  const shown = namedPlanForm(t, form);
  const why = isInUse ? 'inUse' : mayChange ? 'mayChange' : 'readOnly';
  return (
    <PlanFrame plan={plan} current="form">
      {(done === 'saved' || done === 'reset') && <NoticeBox tone="success" title={t(`planForm.desk.${done}`)} live />}
      <div className="grid max-w-text gap-1">
        <p>{t('planForm.desk.lead')}</p>
        <p className="text-muted">
          {t(isOwn ? 'planForm.desk.own' : 'planForm.desk.default')}
          {t(`planForm.desk.${why}`)}
        </p>
      </div>
      {mayChange ? (
        <PlanFormEditor key={plan.version} plan={{ code: plan.code, version: plan.version }} stored={shown} />
      ) : (
        <>
          <FormTable form={shown} />
          <FormPreview form={shown} />
        </>
      )}
      {mayChange && isOwn && <ResetForm plan={{ code: plan.code, version: plan.version }} />}
    </PlanFrame>
  );
}
