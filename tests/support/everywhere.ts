import { type DivisionScope, scopeOf } from '@/lib/domain/authorization';

/** The scope of a coordinator of all offices. */
export const everywhere = scopeOf({
  accountId: 'everywhere',
  displayName: '',
  roles: ['coordinator'],
  agencyId: null,
  offices: 'all',
}) as DivisionScope;
