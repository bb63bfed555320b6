import { DefinitionList } from '@/components/ui/definition-list';
import type { FoundAgency } from '@/lib/register/agency/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

function AgencyLinks({ agencies }: { agencies: readonly { code: string; name: string }[] }) {
  const t = useT();
  if (agencies.length === 0) return t('register.none');
  return (
    <span className="flex flex-wrap gap-x-4">
      {agencies.map(({ code, name }) => (
        <a key={code} href={routes.registeredAgency(code)} className="link">
          {name}
        </a>
      ))}
    </span>
  );
}

function Officers({ agency, officers }: { agency: FoundAgency; officers: readonly string[] }) {
  const t = useT();
  return (
    <>
      {officers.join(t('register.separator')) || t('register.fields.nobody')}
      {agency.abolishedOn === null && (
        <a href={routes.agencyOfficers(agency.code)} className="link ml-4">
          {t('register.fields.officersLink')}
        </a>
      )}
    </>
  );
}

type FactName =
  | 'code'
  | 'shortName'
  | 'aliases'
  | 'creditCode'
  | 'kind'
  | 'parentId'
  | 'children'
  | 'groups'
  | 'position'
  | 'signOff'
  | 'officers';

/** An agency as the register has it. */
export function AgencyFacts({ agency }: { agency: FoundAgency }) {
  const t = useT();
  const none = t('register.none');
  const separator = t('register.separator');
  const term = (name: FactName) => t(`register.fields.${name}`);
  return (
    <DefinitionList
      items={[
        { term: term('code'), details: agency.code },
        { term: term('shortName'), details: agency.shortName || none },
        { term: term('aliases'), details: agency.aliases.join(separator) || none },
        { term: term('creditCode'), details: agency.creditCode || none },
        { term: term('kind'), details: agency.kind || none },
        { term: term('parentId'), details: <AgencyLinks agencies={agency.parent ? [agency.parent] : []} /> },
        { term: term('children'), details: <AgencyLinks agencies={agency.children} /> },
        { term: term('groups'), details: agency.groups.join(separator) || none },
        { term: term('position'), details: agency.position },
        {
          term: term('signOff'),
          details: t(agency.signOffRequired ? 'register.fields.signOffOn' : 'register.fields.signOffOff'),
        },
        ...(agency.officers
          ? [{ term: term('officers'), details: <Officers agency={agency} officers={agency.officers} /> }]
          : []),
      ]}
    />
  );
}
