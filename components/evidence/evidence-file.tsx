import { isReleased } from '@/lib/domain/report/evidence-files';
import type { EvidenceRow } from '@/lib/evidence/data';
import { routes } from '@/lib/routes';
import { formatFileSize, formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** One file: its name (a download link unless it is withheld), its size, and who uploaded it when. */
export function EvidenceFile({ file }: { file: EvidenceRow }) {
  const t = useT();
  const { name, scan, isMissing } = file;
  return (
    <div className="min-w-0">
      {isReleased(scan) && !isMissing ? (
        <a href={routes.evidence(file.id)} download={name} className="link">
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      {(scan === 'pending' || scan === 'infected') && (
        <span className={`ml-3 text-sm font-medium ${scan === 'pending' ? 'text-warning' : 'text-danger'}`}>
          {t(`evidence.scans.${scan}`)}
        </span>
      )}
      {isMissing && <span className="ml-3 text-sm font-medium text-danger">{t('evidence.missing')}</span>}
      <span className="block text-xs text-muted">
        {t('evidence.facts', {
          size: formatFileSize(file.size),
          by: file.uploadedBy,
          at: formatInstant(file.uploadedAt),
        })}
      </span>
    </div>
  );
}
