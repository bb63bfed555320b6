'use client';

import { type FormEvent, useState } from 'react';
import { KeptFields } from '@/components/forms/kept-fields';
import { Button, ButtonLink } from '@/components/ui/button';
import { TickAll } from '@/components/ui/tick-all';
import { routes } from '@/lib/routes';
import type { ListQuery } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-t';

/** The form to which the list's checkboxes belong, wherever they are on the page. */
const formId = 'chase-chosen';

const boxName = 'report';

/** The checkbox that selects a report whose agency is to be chased (催办). */
export function ChaseBox({ reportId, agencyName }: { reportId: string; agencyName: string }) {
  return (
    <label className="-my-1.5 flex min-h-9 items-center gap-2.5 font-medium">
      <input
        type="checkbox"
        name={boxName}
        value={reportId}
        form={formId}
        className="no-print size-5 shrink-0 accent-accent"
      />
      {agencyName}
    </label>
  );
}

/** Leads to the page with the text for chasing the ticked reports, or all that are not filed. */
export function ChaseChoice({ query: { plan, quarter } }: { query: ListQuery }) {
  const t = useT();
  const [isNobodyTicked, setNobodyTicked] = useState(false);
  const askWhom = (event: FormEvent<HTMLFormElement>) => {
    const isNobody = !new FormData(event.currentTarget).has(boxName);
    setNobodyTicked(isNobody);
    if (isNobody) event.preventDefault();
  };
  return (
    <form
      id={formId}
      action={routes.chasing()}
      onSubmit={askWhom}
      className="no-print flex flex-wrap items-center gap-3"
    >
      <KeptFields kept={{ plan, quarter }} />
      <TickAll boxes={`[name="${boxName}"]`} />
      <Button type="submit" variant="secondary">
        {t('chasing.choose')}
      </Button>
      <ButtonLink href={routes.chasingOf(plan ?? '', quarter ?? '')} variant="quiet">
        {t('chasing.chooseAll')}
      </ButtonLink>
      <p role="status" className="basis-full font-medium text-danger empty:hidden">
        {isNobodyTicked && t('chasing.tickFirst')}
      </p>
    </form>
  );
}
