import { describe, expect, test } from 'vitest';
import { scopeOf } from '@/lib/domain/authorization';
import { mayReadEntries } from '@/lib/domain/report/reading';
import { isWithDivision, reportStatuses } from '@/lib/domain/report/report';
import { actorOf, otherAgency, ownAgency, ownOffice } from '../support/report-states';

test('a report lies with the division once it was filed, until it is returned or taken back', () => {
  expect(reportStatuses.filter(isWithDivision)).toEqual(['filed', 'accepted']);
});

describe('what is written into a report', () => {
  const readers = (status: (typeof reportStatuses)[number], agencyId = ownAgency) =>
    (['reporter', 'reviewer', 'leader', 'auditor'] as const).filter((role) =>
      mayReadEntries(scopeOf(actorOf(role)), { agencyId, officeId: ownOffice, status }),
    );

  test.each(reportStatuses)('%s is read by its agency always, by the division while it lies there', (status) => {
    const division = isWithDivision(status) ? ['reviewer', 'leader'] : [];
    expect(readers(status)).toEqual(['reporter', ...division]);
  });

  test('is never read by another agency', () => {
    expect(readers('draft', otherAgency)).toEqual([]);
    expect(readers('filed', otherAgency)).toEqual(['reviewer', 'leader']);
  });
});
