import type { SiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

const identityKeys = ['organizer', 'siteCode', 'icp', 'police'] as const;

export function SiteFooter({ identity }: { identity: SiteIdentity }) {
  const t = useT();
  const known = identityKeys.filter((key) => identity[key]);
  return (
    <footer className="mt-auto bg-accent-strong text-sm text-white">
      <div className="page flex flex-wrap justify-between gap-x-8 gap-y-3 py-6">
        <div>
          <p className="font-medium">{t('layout.name')}</p>
          {known.length > 0 && (
            <ul className="mt-1 flex flex-wrap gap-x-6">
              {known.map((key) => (
                <li key={key}>
                  {t(`layout.${key}`)}：{identity[key]}
                </li>
              ))}
            </ul>
          )}
        </div>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <a href={routes.siteMap()} className="underline underline-offset-4">
              {t('layout.siteMap')}
            </a>
          </li>
          <li>
            <a href={routes.receiptCheck()} className="underline underline-offset-4">
              {t('receipts.check.title')}
            </a>
          </li>
          <li>
            <a href="/api/v1/plans" className="underline underline-offset-4">
              {t('layout.openData')}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
