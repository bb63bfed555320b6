import { NoticeBox } from '@/components/ui/notice-box';
import type { EndedAgency } from '@/lib/agencies/data';
import { routes } from '@/lib/routes';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** Says that an agency is no more, and links the public pages of its successors. */
export function EndedNotice({
  on,
  successors,
}: {
  on: EndedAgency['on'];
  successors: readonly { code: string; name: string }[];
}) {
  const t = useT();
  return (
    <div className="mb-6">
      <NoticeBox tone="warning">
        <p>
          {t(successors.length > 0 ? 'register.agency.ended' : 'register.agency.endedAlone', { on: formatDate(on) })}
        </p>
        <p className="flex flex-wrap gap-x-4">
          {successors.map(({ code, name }) => (
            <a key={code} href={routes.agency(code)} className="link">
              {name}
            </a>
          ))}
        </p>
      </NoticeBox>
    </div>
  );
}
