import { Fragment } from 'react';
import { TextLink } from '@/components/ui/text-link';
import type { AgencyName } from '@/lib/plans/lists/data';
import { routes } from '@/lib/routes';

/** The names of agencies, one behind the other, each linked to its page. */
export function AgencyLinks({ agencies }: { agencies: readonly AgencyName[] }) {
  return agencies.map(({ code, name }, index) => (
    <Fragment key={code}>
      {index > 0 && '、'}
      <TextLink href={routes.agency(code)}>{name}</TextLink>
    </Fragment>
  ));
}
