import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from './forms';

/** An answer, with the trouble of the database that it names, and the seconds that it took. */
export type Answer = { status: number; trouble?: string; seconds: number };

export async function timed(ask: () => Promise<Response>): Promise<Answer> {
  const begun = performance.now();
  const response = await ask();
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  const { trouble } = isProblem ? (JSON.parse(text) as { trouble?: string }) : {};
  return { status: response.status, trouble, seconds: (performance.now() - begun) / 1_000 };
}

export const failed = (answers: readonly Answer[]) => answers.filter(({ status }) => status >= 400);
export const slowest = (answers: readonly Answer[]) => Math.max(0, ...answers.map(({ seconds }) => seconds));

/** A window of a report that saves one field as the editor does: it tries again until the save is acknowledged. */
export class SavingTab {
  readonly answers: Answer[] = [];
  private version = 0;

  constructor(
    private readonly officer: Visitor,
    private readonly reportId: string,
    private readonly taskId: string,
  ) {}

  async saveOnce(): Promise<Answer> {
    const content = `第 ${this.version + 1} 稿`;
    const changes = [{ taskId: this.taskId, field: 'progress', version: this.version, content }];
    const answer = await timed(() =>
      this.officer.request(`/api/filing/reports/${this.reportId}/fields`, {
        method: 'PUT',
        body: JSON.stringify({ changes }),
        headers: { 'Content-Type': 'application/json' },
      }),
    );
    if (answer.status === 200) this.version += 1;
    this.answers.push(answer);
    return answer;
  }

  async saveUntilStored(): Promise<void> {
    for (let delay = 1_000; (await this.saveOnce()).status !== 200; delay = Math.min(delay * 2, 15_000)) {
      await pause(delay);
    }
  }
}
