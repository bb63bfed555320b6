import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { OpenImport } from '@/lib/plans/import/data';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** The imports that the coordinators of the visitor's offices are still working on. */
export function OpenImports({ imports }: { imports: readonly OpenImport[] }) {
  const t = useT();
  if (imports.length === 0) return null;
  return (
    <Card>
      <SectionHeading>{t('imports.source.open')}</SectionHeading>
      <ul className="grid gap-2">
        {imports.map(({ id, fileName, madeAt, madeBy, office }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <a href={routes.planImport(id)} className="link font-medium">
              {fileName}
            </a>
            <span className="text-muted">
              {office.name} · {t('imports.source.openBy', { name: madeBy.displayName, at: formatInstant(madeAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
