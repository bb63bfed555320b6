import type { Refusal } from '@/lib/domain/refusal';
import type { EvidenceRow } from '@/lib/evidence/data';
import { routes } from '@/lib/routes';

export type SendAnswer =
  | { kind: 'added'; file: EvidenceRow }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'failed'; reference: string }
  | { kind: 'unreachable' }
  | { kind: 'cancelled' };

type Target = { reportId: string; taskId: string };

function answerIn({ status, response }: XMLHttpRequest): SendAnswer {
  // A problem document has the number of the request.
  const { file, refusal, request } = (response ?? {}) as { file?: EvidenceRow; refusal?: Refusal; request?: string };
  if (status === 201 && file) return { kind: 'added', file: { ...file, uploadedAt: new Date(file.uploadedAt) } };
  if (refusal) return { kind: 'refused', refusal };
  return request ? { kind: 'failed', reference: request } : { kind: 'unreachable' };
}

/**
 * Sends one file; `onProgress` is called with the number of bytes sent. Only XMLHttpRequest reports the progress of an
 * upload.
 */
export function sendFile(file: File, { reportId, taskId }: Target, onProgress: (sent: number) => void) {
  const request = new XMLHttpRequest();
  const answer = new Promise<SendAnswer>((resolve) => {
    request.onload = () => resolve(answerIn(request));
    request.onerror = () => resolve({ kind: 'unreachable' });
    request.onabort = () => resolve({ kind: 'cancelled' });
  });
  request.upload.onprogress = ({ loaded }) => onProgress(loaded);
  request.upload.onload = () => onProgress(file.size);
  request.open('POST', routes.evidenceUpload(reportId, taskId));
  request.responseType = 'json';
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
  request.send(file);
  return { answer, cancel: () => request.abort() };
}
