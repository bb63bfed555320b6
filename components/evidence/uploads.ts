import { forgetText, type KeptText, type KeptTextKey, keepText } from '@/components/forms/kept-texts/kept-texts';
import type { Refusal } from '@/lib/domain/refusal';
import { checkBeforeSending, refuseOneMore } from '@/lib/domain/report/evidence';
import type { EvidenceLimits } from '@/lib/domain/report/evidence-files';
import { type SendAnswer, sendFile } from './send-file';

/** The reason why a file is not uploaded; `interrupted` when its page was left before it was sent. */
export type UploadProblem = Exclude<SendAnswer, { kind: 'added' | 'cancelled' }> | { kind: 'interrupted' };

/** A file that is being uploaded (`problem` is null) or could not be. */
export type Upload = {
  key: string;
  taskId: string;
  name: string;
  size: number;
  sent: number;
  isSending: boolean;
  problem: UploadProblem | null;
};

type Setting = { reportId: string; accountId: string; tabId: string; limits: EvidenceLimits };

/** The facts of a file, as they are kept while it is being uploaded. */
type KeptFile = { taskId: string; name: string; size: number };

/** The place of a report's files among the kept texts. */
export const uploadPlace = (reportId: string) => `upload/${reportId}`;

/** Gives the file of which a kept text names the facts. */
export const keptFile = ({ content }: Pick<KeptText, 'content'>) => JSON.parse(String(content)) as KeptFile;

const isSame = (one: KeptFile, other: KeptFile) =>
  one.taskId === other.taskId && one.name === other.name && one.size === other.size;

/**
 * Uploads the files of one report, one after another; those that can be refused beforehand are not sent at all. The
 * name and the size of a file are kept in the browser until its upload has ended, so that an interrupted one is listed.
 */
export class Uploads {
  private rows: readonly Upload[] = [];
  private readonly files = new Map<string, File>();
  private readonly listeners = new Set<() => void>();
  private sending: { key: string; cancel: () => void } | null = null;
  private count = 0;

  constructor(
    private readonly setting: Setting,
    /** Called when a file is no longer being uploaded. */
    private readonly ended: (upload: Upload, answer: SendAnswer) => void,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** All rows; the same array until one of them changes. */
  readonly all = (): readonly Upload[] => this.rows;

  countRunning(): number {
    return this.rows.filter(({ problem }) => problem === null).length;
  }

  /** Takes files for a task that has `present` stored ones. */
  add(taskId: string, files: readonly File[], present: number): void {
    const { limits } = this.setting;
    let expected = present + this.rows.filter((row) => row.taskId === taskId && row.problem === null).length;
    for (const file of files) {
      const checked = checkBeforeSending(file, limits);
      const refusal = checked.ok ? refuseOneMore(expected, limits.perEntry) : checked.refusal;
      if (!refusal) expected += 1;
      this.append(taskId, file, refusal);
    }
    void this.sendNext();
  }

  /** Stops uploads, and takes the rows of those that could not be uploaded from the list. */
  drop(keys: readonly string[]): void {
    if (this.sending && keys.includes(this.sending.key)) this.sending.cancel();
    this.put(this.rows.filter(({ key }) => !keys.includes(key) || key === this.sending?.key));
    for (const key of keys) if (key !== this.sending?.key) this.forget(key);
  }

  /**
   * Lists a file whose upload ended with an earlier visit, until its author has seen it; `isStored` says that it arrived
   * nevertheless.
   */
  async takeInterrupted(kept: KeptText, isStored: (file: KeptFile) => boolean): Promise<void> {
    const file = keptFile(kept);
    if (!isStored(file)) {
      const key = `${kept.tabId} ${kept.field}`;
      const row: Upload = { ...file, key, sent: 0, isSending: false, problem: { kind: 'interrupted' } };
      this.put([...this.rows, row]);
      await this.until(() => !this.rows.some((one) => one.key === key));
    }
    await forgetText(kept);
  }

  /** Waits until no file is being uploaded. */
  untilDone(): Promise<void> {
    return this.until(() => this.countRunning() === 0);
  }

  private until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!holds()) return;
        end();
        resolve();
      };
      const end = this.subscribe(check);
      check();
    });
  }

  private append(taskId: string, file: File, refusal: Refusal | null): void {
    this.count += 1;
    const key = String(this.count);
    const facts = { taskId, name: file.name, size: file.size };
    const again = (row: Upload) => row.problem?.kind === 'interrupted' && isSame(row, facts);
    const problem = refusal && ({ kind: 'refused', refusal } as const);
    const row: Upload = { ...facts, key, sent: 0, isSending: false, problem };
    this.put([...this.rows.filter((one) => !again(one)), row]);
    if (refusal) return;
    this.files.set(key, file);
    const at = performance.timeOrigin + performance.now();
    void keepText({ ...this.owner(key), content: JSON.stringify(facts), base: '', at });
  }

  private owner(key: string): KeptTextKey {
    const { reportId, accountId, tabId } = this.setting;
    return { accountId, place: uploadPlace(reportId), field: key, tabId };
  }

  private forget(key: string): void {
    if (this.files.delete(key)) void forgetText(this.owner(key));
  }

  private async sendNext(): Promise<void> {
    const row = this.sending ? undefined : this.rows.find(({ problem }) => problem === null);
    const file = row && this.files.get(row.key);
    if (!row || !file) return;
    const { key, taskId } = row;
    const target = { reportId: this.setting.reportId, taskId };
    const { answer, cancel } = sendFile(file, target, (sent) => this.change(key, { sent }));
    this.sending = { key, cancel };
    this.change(key, { isSending: true });
    const answered = await answer;
    this.sending = null;
    this.forget(key);
    const isOver = answered.kind === 'added' || answered.kind === 'cancelled';
    if (isOver) this.put(this.rows.filter((one) => one.key !== key));
    else this.change(key, { problem: answered });
    this.ended(row, answered);
    void this.sendNext();
  }

  private change(key: string, changed: Partial<Upload>): void {
    this.put(this.rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  }

  private put(rows: readonly Upload[]): void {
    this.rows = rows;
    for (const listener of this.listeners) listener();
  }
}
