import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from './forms';
import type { Sql } from './sql';

export const autosavedFields = ['progress', 'problems', 'results', 'nextSteps'] as const;
type Field = (typeof autosavedFields)[number];

/** A field at a version, with its content at that version. */
export type Save = { taskId: string; field: Field; version: number; content: string };

type Answer = { saved: Omit<Save, 'content'>[]; conflicts: unknown[] };

/** An officer who writes in one task as the editor does: one request at a time, repeated until it is answered. */
export class AutosavingWriter {
  /** The saves that the portal acknowledged, in order. */
  readonly acknowledged: Save[] = [];
  /** The save that was sent and is not answered yet, so that it may be stored or not. */
  underWay: Save | null = null;

  constructor(
    private readonly officer: Visitor,
    private readonly reportId: string,
    readonly taskId: string,
    private readonly random: () => number,
  ) {}

  /** The last acknowledged save of a field; a field that was never saved has version 0. */
  latest(field: Field): Save | undefined {
    return this.acknowledged.findLast((save) => save.field === field);
  }

  /** Writes something new after a moment; gives back once it is acknowledged. `again` is waited for before another try. */
  async write(again: () => Promise<void>): Promise<void> {
    await pause(this.random() * 40);
    const field = autosavedFields[Math.floor(this.random() * autosavedFields.length)] ?? 'progress';
    const version = (this.latest(field)?.version ?? 0) + 1;
    const content = `${field} ${version}：${'字'.repeat(Math.floor(this.random() * 300))}`;
    this.underWay = { taskId: this.taskId, field, version, content };
    while (this.underWay) {
      const answer = await this.send(this.underWay);
      if (!answer) await again();
      else this.take(answer, this.underWay);
    }
  }

  /** The answer, or null where none came. */
  private async send({ taskId, field, version, content }: Save): Promise<Answer | null> {
    const request = this.officer.request(`/api/filing/reports/${this.reportId}/fields`, {
      method: 'PUT',
      body: JSON.stringify({ changes: [{ taskId, field, version: version - 1, content }] }),
      headers: { 'Content-Type': 'application/json' },
    });
    const read = async (response: Response) => ({ status: response.status, text: await response.text() });
    const answer = await request.then(read).catch(() => null);
    if (answer && answer.status !== 200) throw new Error(`a save was answered ${answer.status}: ${answer.text}`);
    return answer && (JSON.parse(answer.text) as Answer);
  }

  private take(answer: Answer, sent: Save): void {
    const [saved, ...others] = answer.saved;
    if (!saved || others.length > 0 || saved.taskId !== sent.taskId || saved.field !== sent.field) {
      throw new Error(`a save nobody else could touch was answered ${JSON.stringify(answer)}`);
    }
    this.acknowledged.push({ ...sent, version: saved.version });
    this.underWay = null;
  }
}

/** The stored fields of a task, each with its version. */
export async function storedSaves(
  sql: Sql,
  taskId: string,
): Promise<Map<string, { version: number; content: string }>> {
  const columns = autosavedFields.map(
    (field) => `('${field}', e.content ->> '${field}', coalesce(("fieldSaves" -> '${field}' ->> 'version')::int, 0))`,
  );
  const rows = await sql<{ field: string; content: string; version: number }>(
    `SELECT f.* FROM "Entry" e CROSS JOIN LATERAL (VALUES ${columns.join(', ')}) AS f(field, content, version)
     WHERE e."taskId" = $1`,
    [taskId],
  );
  return new Map(rows.map(({ field, ...save }) => [field, save]));
}

/** The saves recorded for a task as "field version", with repetitions, so that a save recorded twice is found. */
export async function recordedSaves(sql: Sql, taskId: string): Promise<string[]> {
  const rows = await sql<{ save: string }>(
    `SELECT f ->> 'field' || ' ' || (f ->> 'version') AS save
     FROM "Event" e CROSS JOIN LATERAL jsonb_array_elements(e.detail -> 'fields') f
     WHERE e.name = 'report-saved' AND f ->> 'taskId' = $1`,
    [taskId],
  );
  return rows.map(({ save }) => save);
}
