import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import type { LoadedSummary } from '@/lib/summaries/loaders';
import { leftOutWords } from '@/lib/text/summary-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

type Cautioned = Pick<LoadedSummary, 'unsettled' | 'openRemarks'>;

/** Objections to sending a draft out, in sentences: reports that came back since, open internal remarks. */
function cautionsOf(t: Translate, { unsettled, openRemarks }: Cautioned): string[] {
  const names = unsettled.map((report) => leftOutWords(t, report)).join(t('summaries.words.and'));
  return [
    ...(unsettled.length > 0 ? [t('summaries.cautions.unsettled', { count: unsettled.length, names })] : []),
    ...(openRemarks > 0 ? [t('summaries.cautions.remarks', { count: openRemarks })] : []),
  ];
}

function Cautions({ draft, children }: { draft: Cautioned; children?: ReactNode }) {
  const t = useT();
  const cautions = cautionsOf(t, draft);
  if (cautions.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('summaries.cautions.title')}>
      {cautions.map((caution) => (
        <p key={caution}>{caution}</p>
      ))}
      {children}
    </NoticeBox>
  );
}

/** Stands at the top of a draft that should not go out as it is. */
export function DraftCautions({ draft }: { draft: Cautioned }) {
  return <Cautions draft={draft} />;
}

/** The ways to export a draft; one that should not go out as it is says so before it offers them. */
export function ExportChoice({ draft, children }: { draft: Cautioned; children: ReactNode }) {
  const t = useT();
  if (cautionsOf(t, draft).length === 0) return children;
  return (
    <details>
      <summary className={buttonClass('primary')}>{t('summaries.cautions.export')}</summary>
      <div className="mt-3 max-w-text">
        <Cautions draft={draft}>
          <p className="mt-3 font-medium">{t('summaries.cautions.anyway')}</p>
          <div className="mt-2 flex flex-wrap gap-3">{children}</div>
        </Cautions>
      </div>
    </details>
  );
}
