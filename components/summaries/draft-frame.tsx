import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { SectionHeading } from '@/components/ui/section-heading';
import { WrittenText } from '@/components/ui/written-text';
import type { SummaryHead } from '@/lib/summaries/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { FrameForm, SettingsForm } from './draft-forms';

type DraftFrameProps = { draft: SummaryHead; mayWrite: boolean };

/** The document's own texts. */
export function DraftFrame({ draft, mayWrite }: DraftFrameProps) {
  const t = useT();
  const { id, version, title, introduction, closing, signedOn } = draft;
  const paragraphs = (text: string) => <WrittenText text={text || t('summaries.frame.empty')} />;
  return (
    <Card>
      <SectionHeading>{t('summaries.frame.title')}</SectionHeading>
      <DefinitionList
        items={[
          { term: t('summaries.fields.title'), details: title },
          { term: t('summaries.fields.introduction'), details: paragraphs(introduction) },
          { term: t('summaries.fields.closing'), details: paragraphs(closing) },
          { term: t('summaries.fields.signedOn'), details: formatDate(signedOn) },
        ]}
      />
      {mayWrite && <FrameForm draft={{ id, version, title, introduction, closing, signedOn }} />}
    </Card>
  );
}

/** The selection and the arrangement. */
export function DraftSettings({ draft, mayWrite }: DraftFrameProps) {
  const t = useT();
  const { id, version, form, arrangement, sections, includesFiled, withTable } = draft;
  return (
    <Card>
      <SectionHeading>{t('summaries.settings.title')}</SectionHeading>
      <DefinitionList
        items={[
          { term: t('summaries.fields.arrangement'), details: t(`summaries.arrangements.${arrangement}`) },
          {
            term: t('summaries.fields.chosen'),
            details: sections.map((section) => fieldLabel(t, form, section)).join(t('summaries.words.and')),
          },
          {
            term: t('summaries.settings.reports'),
            details: t(includesFiled ? 'summaries.settings.acceptedAndFiled' : 'summaries.settings.accepted'),
          },
          {
            term: t('summaries.settings.table'),
            details: t(withTable ? 'summaries.settings.withTable' : 'summaries.settings.withoutTable'),
          },
        ]}
      />
      {mayWrite && <SettingsForm draft={{ id, version, form, arrangement, sections, includesFiled, withTable }} />}
    </Card>
  );
}
