import { ButtonLink } from '@/components/ui/button';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** The tasks of a plan as a file, and the way back: a changed file shows its differences. */
export function TaskFileLinks({ code, mayImport }: { code: string; mayImport: boolean }) {
  const t = useT();
  return (
    <>
      <a href={routes.planExport(code)} download className="link self-center">
        {t('imports.export.link')}
      </a>
      {mayImport && (
        <ButtonLink href={routes.newPlanImport(code)} variant="secondary">
          {t('imports.export.update')}
        </ButtonLink>
      )}
    </>
  );
}
