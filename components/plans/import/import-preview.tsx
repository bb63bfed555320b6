import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { PlanImportPreview, PreviewUnit } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { AmendForm } from './amend-form';
import { ColumnChoice } from './column-choice';
import { DifferenceList } from './difference-list';
import { DifferencePages } from './difference-pages';
import { HeadFields } from './head-fields';
import { AgencyForm, MembersForm } from './members-form';
import { NextProblem } from './next-problem';
import { PreviewRows, previewAddress } from './preview-rows';
import { DiscardForm, UndoForm } from './preview-tools';
import { StoreForm } from './store-form';
import { UnitList } from './unit-list';

type Part = { preview: PlanImportPreview };

function Summary({ preview }: Part) {
  const t = useT();
  const { id, tasks, errors, warnings, openUnits, loose, only, page, problemRows } = preview;
  const here = problemRows.filter((each) => each.page === page).map(({ row }) => row);
  const next = problemRows.find((each) => each.page > page) ?? problemRows.find((each) => each.page < page);
  return (
    <Card>
      <p role="status" className="font-medium">
        {t('imports.preview.counts', { tasks, errors, warnings, units: openUnits })}
      </p>
      {loose.length > 0 && (
        <ul className="mt-2 font-medium text-danger">
          {loose.map(({ code, values }) => (
            <li key={`${code} ${Object.values(values ?? {}).join(' ')}`}>{t(`imports.problems.${code}`, values)}</li>
          ))}
        </ul>
      )}
      <div className="no-print mt-4 flex flex-wrap items-center gap-3">
        <NextProblem here={here} elsewhere={next ? `${previewAddress(id, next.page, only)}#row-${next.row}` : null} />
        <ButtonLink variant="secondary" href={previewAddress(id, 1, only ? null : 'problems')}>
          {t(only ? 'imports.preview.allRows' : 'imports.preview.onlyProblems')}
        </ButtonLink>
        <a href={routes.planImportFile(id)} download className="link">
          {t('imports.preview.download')}
        </a>
        <UndoForm id={id} lastAct={preview.lastAct} />
      </div>
    </Card>
  );
}

function ChosenForm({
  unit,
  ...rest
}: {
  importId: string;
  unit: PreviewUnit;
  agencies: PlanImportPreview['agencies'];
}) {
  return unit.isGroup ? <MembersForm group={unit} {...rest} /> : <AgencyForm unit={unit} {...rest} />;
}

function Units({ preview: { id, units, agencies, chosen } }: Part) {
  const t = useT();
  const rest = units.filter(
    ({ isGroup, meaning }) => !isGroup && meaning.kind === 'open' && meaning.proposals.length === 0,
  ).length;
  const open = units.filter(({ meaning }) => meaning.kind === 'open');
  const settled = units.filter(({ meaning }) => meaning.kind !== 'open');
  return (
    <Card>
      <SectionHeading id="units">{t('imports.units.title')}</SectionHeading>
      <p className="mb-4 max-w-text text-sm text-muted">{t('imports.units.hint')}</p>
      {chosen ? (
        <ChosenForm importId={id} unit={chosen} agencies={agencies} />
      ) : (
        <div className="grid gap-4">
          {open.length > 0 && <UnitList importId={id} units={open} rest={rest} />}
          {settled.length > 0 && (
            <details>
              <summary className="link cursor-pointer">{t('imports.units.settled', { count: settled.length })}</summary>
              <UnitList importId={id} units={settled} rest={0} />
            </details>
          )}
        </div>
      )}
    </Card>
  );
}

function Tables({ preview }: Part) {
  const t = useT();
  const shown = [...new Set(preview.rows.map(({ table }) => table))].filter((table) => table !== null);
  return (
    <Card>
      {shown.length > 0 && (
        <div className="no-print mb-6 grid gap-4">
          <SectionHeading>{t('imports.preview.columnsTitle')}</SectionHeading>
          <p className="text-sm text-muted">{t('imports.preview.columnsHint')}</p>
          {shown.map((table) => {
            const of = preview.tables[table];
            return of && <ColumnChoice key={table} importId={preview.id} table={table} of={of} />;
          })}
        </div>
      )}
      <SectionHeading id="rows">{t('imports.preview.tableTitle')}</SectionHeading>
      <p className="mb-3 text-sm text-muted">{t('imports.preview.cellHint')}</p>
      <PreviewRows {...preview} />
    </Card>
  );
}

/** Stores a file as a plan or into a draft, or amends the issued plan for which it was chosen. */
function Storing({ preview }: Part) {
  const t = useT();
  const { id, version, plan, comparison } = preview;
  if (plan?.status === 'issued' && comparison)
    return (
      <div className="grid gap-6">
        <DifferencePages comparison={comparison} hint={t('imports.differences.pagesHint')} />
        <AmendForm key={`${version} ${comparison.page}`} id={id} version={version} comparison={comparison} />
      </div>
    );
  return (
    <div className="grid gap-6">
      {comparison && <DifferenceList comparison={comparison} />}
      {comparison && <DifferencePages comparison={comparison} />}
      <StoreForm key={version} {...preview} />
    </div>
  );
}

/** A file as it was read, on one page: mended where it stands, compared with the register, and stored as a plan. */
export function ImportPreview({ preview }: Part) {
  const t = useT();
  const isReady = preview.errors === 0 && preview.openUnits === 0;
  return (
    <div className="grid gap-6">
      <Summary preview={preview} />
      <Card>
        <SectionHeading>{t('imports.preview.headTitle')}</SectionHeading>
        <p className="mb-3 text-sm text-muted">{t('imports.preview.headHint')}</p>
        <HeadFields {...preview} />
      </Card>
      {preview.units.length > 0 && <Units preview={preview} />}
      <Tables preview={preview} />
      <Card>
        <SectionHeading id="store">{t('imports.store.title')}</SectionHeading>
        <p className="mb-4 max-w-text text-sm text-muted">{t('imports.store.hint')}</p>
        {isReady ? <Storing preview={preview} /> : <p>{t('imports.store.notYet')}</p>}
        <div className="mt-6">
          <DiscardForm id={preview.id} />
        </div>
      </Card>
    </div>
  );
}
