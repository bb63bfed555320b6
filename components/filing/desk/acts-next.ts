import type { DeskReport } from '@/lib/filing/desk/desk';
import type { DeskOfficers } from '@/lib/filing/desk/loaders';
import type { Translate } from '@/lib/text/translator';

/** Most names shown; the rest are counted. */
const named = 3;

function nameList(t: Translate, names: readonly string[]): string {
  const list = names.slice(0, named).join('、');
  return names.length > named ? t('filing.overview.acts.andMore', { list, count: names.length }) : list;
}

/** Says who has to act next on a report, by name for officers of the agency; null where nobody has to. */
export function actsNextWords(t: Translate, report: DeskReport, { reporters, approvers }: DeskOfficers): string | null {
  const { status, signOffRequired, reviewBegun } = report;
  if (status === 'accepted') return null;
  if (status === 'filed') return t(reviewBegun ? 'filing.overview.acts.reviewing' : 'filing.overview.acts.division');
  if (status === 'awaiting_sign_off')
    return t('filing.overview.acts.approver', { names: nameList(t, approvers) || '—' });
  const names = nameList(t, reporters.length > 0 ? reporters : approvers) || '—';
  return t(signOffRequired ? 'filing.overview.acts.reporterFirst' : 'filing.overview.acts.reporter', { names });
}
