import type { Metadata } from 'next';
import { RegisterFileForm } from '@/components/register/register-file-form';
import { RegisterSections } from '@/components/register/register-sections';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { loadRegisterFile } from '@/lib/register/file/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.file.title') };
}

/** `/register/file`: export and import of the register. 404 for everyone but the division and the leader. */
export default async function RegisterFilePage() {
  const t = getT();
  const { mayImport } = await loadRegisterFile();
  return (
    <>
      <PageHeader
        title={t('register.file.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('register.title'), href: routes.register() },
          { label: t('register.sections.file') },
        ]}
        lead={t('register.file.lead')}
        actions={
          <ButtonLink href={routes.registerExport()} variant="secondary">
            {t('register.file.export')}
          </ButtonLink>
        }
      />
      <RegisterSections current="file" />
      {mayImport && (
        <Card>
          <RegisterFileForm />
        </Card>
      )}
    </>
  );
}
