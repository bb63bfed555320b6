import type { Visitor } from './forms';
import type { MadeReport } from './reports';
import type { Sql } from './sql';

/** One person who saves the same section over and over, and notes what the portal has acknowledged. */
export class SavingLoop {
  acknowledged = 0;
  private isStopped = false;
  private readonly ended: Promise<void>;

  constructor(
    private readonly visitor: Visitor,
    private readonly report: MadeReport,
  ) {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.ended;
  }

  /** The stored version of the section and its text; each text names the version that it became. */
  async stored(sql: Sql): Promise<{ version: number; text: string }> {
    const [row] = await sql<{ version: number; text: string }>(
      `SELECT ("fieldSaves"->'progress'->>'version')::int AS version, content ->> 'progress' AS text FROM "Entry" WHERE "taskId" = $1`,
      [this.report.taskIds[0]],
    );
    return row ?? { version: 0, text: '' };
  }

  private async run(): Promise<void> {
    for (let version = 0; !this.isStopped; ) {
      const answer = await this.save(version).catch(() => null);
      const accepted = answer?.saved?.[0]?.version;
      if (accepted) this.acknowledged = accepted;
      // A save whose answer was lost may have been stored: the portal then names its version.
      version = accepted ?? answer?.conflicts?.[0]?.version ?? version;
    }
  }

  private async save(version: number): Promise<{ saved?: { version: number }[]; conflicts?: { version: number }[] }> {
    const change = { taskId: this.report.taskIds[0], field: 'progress', version, content: `第${version + 1}稿` };
    const response = await this.visitor.request(`/api/filing/reports/${this.report.id}/fields`, {
      method: 'PUT',
      body: JSON.stringify({ changes: [change] }),
    });
    return response.ok ? response.json() : {};
  }
}
