import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

const sections = [
  ['list', routes.register],
  ['groups', routes.registerGroups],
  ['file', routes.registerFile],
] as const;

export type RegisterSection = (typeof sections)[number][0];

/** The parts of the register as a row of links. */
export function RegisterSections({ current }: { current: RegisterSection }) {
  const t = useT();
  return (
    <nav aria-label={t('register.sections.label')} className="no-print mb-5">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line">
        {sections.map(([key, address]) => (
          <li key={key}>
            <a
              href={address()}
              aria-current={key === current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent hover:text-accent aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              {t(`register.sections.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
