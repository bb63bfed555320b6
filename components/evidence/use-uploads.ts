import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { useUnfinished } from '@/components/forms/kept-texts/leaving';
import { useLeftTexts } from '@/components/forms/kept-texts/use-left-texts';
import type { EvidenceLimits } from '@/lib/domain/report/evidence-files';
import type { EvidenceRow } from '@/lib/evidence/data';
import { useT } from '@/lib/text/use-t';
import type { SendAnswer } from './send-file';
import { type Upload, Uploads, uploadPlace } from './uploads';

type Ended = (upload: Upload, answer: SendAnswer) => void;

/** The uploads of the report on the page, with the listeners of its tasks. */
type ReportUploads = { uploads: Uploads; listeners: Set<Ended> };

export const UploadsContext = createContext<ReportUploads | null>(null);

const none: readonly Upload[] = [];
const never = () => () => undefined;

type Setting = {
  reportId: string;
  accountId: string;
  tabId: string;
  tasks: readonly { taskId: string; evidence: { files: readonly EvidenceRow[]; limits: EvidenceLimits } }[];
};

/** Makes the uploads of a report, which ask before the page is left and list those that an earlier visit did not end. */
export function useReportUploads({ reportId, accountId, tabId, tasks }: Setting): ReportUploads {
  const t = useT();
  const [made] = useState(() => {
    const listeners = new Set<Ended>();
    const ended: Ended = (upload, answer) => {
      for (const listener of listeners) listener(upload, answer);
    };
    const limits = tasks[0]?.evidence.limits ?? { bytes: 0, perEntry: 0, kinds: [] };
    return { listeners, uploads: new Uploads({ reportId, accountId, tabId, limits }, ended) };
  });
  const { uploads } = made;
  const stored = useRef(tasks);
  useEffect(() => {
    stored.current = tasks;
  }, [tasks]);
  const take = useCallback(
    (kept: KeptText) =>
      uploads.takeInterrupted(kept, ({ taskId, name, size }) =>
        stored.current
          .filter((task) => task.taskId === taskId)
          .some(({ evidence }) => evidence.files.some((file) => file.name === name && file.size === size)),
      ),
    [uploads],
  );
  useLeftTexts({ accountId, place: uploadPlace(reportId), tabId }, take);
  const question = () => (uploads.countRunning() > 0 ? t('evidence.leave', { count: uploads.countRunning() }) : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question reads the uploads when it is asked
  useUnfinished(useMemo(() => ({ question }), [uploads, t]));
  return made;
}

/** The number of files that are being uploaded now. */
export function useRunningUploads(): number {
  const report = useContext(UploadsContext);
  const count = () => report?.uploads.countRunning() ?? 0;
  return useSyncExternalStore(report?.uploads.subscribe ?? never, count, () => 0);
}

/** The uploads of one task, and the ways to add and to stop some; `onEnded` is called for each that has ended. */
export function useTaskUploads(taskId: string, onEnded: Ended) {
  const report = useContext(UploadsContext);
  const all = useSyncExternalStore(report?.uploads.subscribe ?? never, report?.uploads.all ?? (() => none), () => none);
  const latest = useRef(onEnded);
  useEffect(() => {
    latest.current = onEnded;
  });
  useEffect(() => {
    const listener: Ended = (upload, answer) => {
      if (upload.taskId === taskId) latest.current(upload, answer);
    };
    report?.listeners.add(listener);
    return () => {
      report?.listeners.delete(listener);
    };
  }, [report, taskId]);
  return {
    uploads: all.filter((upload) => upload.taskId === taskId),
    add: (files: readonly File[], present: number) => report?.uploads.add(taskId, files, present),
    drop: (keys: readonly string[]) => report?.uploads.drop(keys),
  };
}
