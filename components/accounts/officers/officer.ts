import type { OfficerRow } from '@/lib/accounts/officers/data';
import type { Translate } from '@/lib/text/translator';

export type NamedOfficer = Pick<OfficerRow, 'userName' | 'displayName'>;

/** 张三（zhangsan）, because two people may have the same name. */
export function officerName(t: Translate, { userName, displayName }: NamedOfficer): string {
  return t('accounts.officers.named', { name: displayName, userName });
}
