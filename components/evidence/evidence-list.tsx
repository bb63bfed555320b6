import type { EvidenceRow } from '@/lib/evidence/data';
import { useT } from '@/lib/text/use-t';
import { EvidenceFile } from './evidence-file';
import { PendingScan } from './pending-scan';

type EvidenceListProps = {
  /** The files of one task; nothing is rendered where there are none. */
  files?: readonly EvidenceRow[];
  level?: 3 | 4;
};

/** The files of an entry, read-only. */
export function EvidenceList({ files = [], level = 3 }: EvidenceListProps) {
  const t = useT();
  const [first] = files;
  if (!first) return null;
  const Heading = level === 3 ? 'h3' : 'h4';
  const pending = files.filter(({ scan }) => scan === 'pending').map(({ id }) => id);
  return (
    <div>
      <Heading className="font-semibold">{t('evidence.listTitle', { count: files.length })}</Heading>
      <ul className="mt-1 grid gap-2">
        {files.map((file) => (
          <li key={file.id}>
            <EvidenceFile file={file} />
          </li>
        ))}
      </ul>
      {pending.length > 0 && <PendingScan reportId={first.reportId} ids={pending} />}
    </div>
  );
}
