import type { RefusalCode } from '@/lib/domain/refusal';
import type { CommandName, ReportCommand, ReportState } from '@/lib/domain/report/report';

/** One fact that differs from the faultless report, and the commands that it refuses; all others must ignore it. */
export type Disorder = {
  facts: string;
  state?: (command: CommandName) => Partial<ReportState>;
  input?: (command: ReportCommand) => ReportCommand;
  refuses: Partial<Record<CommandName, RefusalCode>>;
  exceptFor?: 'approver';
};

export const refusing = (code: RefusalCode, ...commands: CommandName[]) =>
  Object.fromEntries(commands.map((name) => [name, code]));
