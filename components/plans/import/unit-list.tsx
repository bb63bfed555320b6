'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SubmitButton } from '@/components/ui/submit-button';
import { makeRestNewAction } from '@/lib/plans/import/actions';
import type { PreviewUnit } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { EditButton } from './edit-button';

function meaningWords(t: Translate, { meaning, isGroup }: PreviewUnit): string {
  if (meaning.kind !== 'agencies') return t(`imports.units.${meaning.kind}`);
  const agencies = meaning.agencies.map(({ name }) => name).join('、');
  if (agencies === '') return t('imports.units.nobody');
  if (isGroup) return t('imports.units.groupOf', { agencies });
  return t(`imports.units.${meaning.by === 'choice' ? 'chosen' : meaning.by === 'group' ? 'groupOf' : meaning.by}`, {
    agencies,
  });
}

type UnitProps = { importId: string; unit: PreviewUnit };

/** The ways to settle a name: one of the proposals, a new agency, another one of the register, or the members of a group. */
function Choices({ importId, unit }: UnitProps) {
  const t = useT();
  const { name, isGroup, meaning } = unit;
  const chosen = (
    <a className="link text-sm" href={`${routes.planImport(importId)}?${new URLSearchParams({ unit: name })}#units`}>
      {t(isGroup ? 'imports.units.chooseMembers' : 'imports.units.chooseOther')}
      <span className="sr-only">：{name}</span>
    </a>
  );
  if (isGroup) return chosen;
  const others = (
    <>
      {meaning.kind !== 'new' && (
        <EditButton
          importId={importId}
          change={{ kind: 'unit', name, as: { isNew: true } }}
          label={`${t('imports.units.makeNew')}：${name}`}
        >
          {t('imports.units.makeNew')}
        </EditButton>
      )}
      {chosen}
    </>
  );
  if (meaning.kind !== 'open')
    return (
      <details>
        <summary className="link cursor-pointer">
          {t('imports.units.change')}
          <span className="sr-only">：{name}</span>
        </summary>
        <div className="grid justify-items-start gap-2">{others}</div>
      </details>
    );
  return (
    <div className="grid justify-items-start gap-2">
      {meaning.proposals.map((agency) => (
        <EditButton
          key={agency.id}
          importId={importId}
          change={{ kind: 'unit', name, as: { agencyId: agency.id } }}
          label={`${name}：${t('imports.units.isThis', { name: agency.name })}`}
        >
          {t('imports.units.isThis', { name: agency.name })}
        </EditButton>
      ))}
      {others}
    </div>
  );
}

function RestNew({ importId, count }: { importId: string; count: number }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(makeRestNewAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} noValidate>
      <FormProblem state={state} />
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton variant="secondary">{t('imports.units.makeRestNew', { count })}</SubmitButton>
    </form>
  );
}

type UnitListProps = {
  importId: string;
  units: readonly PreviewUnit[];
  /** Those that can be made new by one press. */
  rest: number;
};

/** The names of a file with the agencies for which they stand. */
export function UnitList({ importId, units, rest }: UnitListProps) {
  const t = useT();
  const columns: Column<PreviewUnit>[] = [
    { key: 'name', header: t('imports.units.name'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'tasks', header: t('imports.units.tasks'), align: 'end', tight: true, cell: ({ tasks }) => tasks },
    {
      key: 'meaning',
      header: t('imports.units.meaning'),
      cell: (unit) => (
        <span className={unit.meaning.kind === 'open' ? 'font-medium text-danger' : ''}>{meaningWords(t, unit)}</span>
      ),
    },
    {
      key: 'choices',
      header: t('imports.units.choose'),
      isOnScreenOnly: true,
      cell: (unit) => <Choices importId={importId} unit={unit} />,
    },
    {
      key: 'row',
      header: t('imports.units.show'),
      isOnScreenOnly: true,
      cell: ({ page, row, name }) => (
        <ButtonLink
          variant="quiet"
          href={`${routes.planImport(importId)}?page=${page}#row-${row}` as ReturnType<typeof routes.planImport>}
        >
          {t('imports.units.show')}
          <span className="sr-only">：{name}</span>
        </ButtonLink>
      ),
    },
  ];
  return (
    <>
      {rest > 1 && <RestNew importId={importId} count={rest} />}
      <DataTable
        caption={t('imports.units.caption')}
        captionHidden
        columns={columns}
        rows={units}
        rowKey={({ name }) => name}
      />
    </>
  );
}
