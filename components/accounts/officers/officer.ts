import type { AgencyRole } from '@/lib/domain/authorization';
import type { Translate } from '@/lib/text/translator';

export type NamedOfficer = { userName: string; displayName: string };

/** An officer of the agency as the page shows them. */
export type OfficerFacts = NamedOfficer & {
  accountId: string;
  roles: readonly AgencyRole[];
  since: Date;
  lastSignInAt: Date | null;
};

/** 张三（zhangsan）, because two people may have the same name. */
export function officerName(t: Translate, { userName, displayName }: NamedOfficer): string {
  return t('accounts.officers.named', { name: displayName, userName });
}
