import type { Section } from './entry';
import type { ReportCommand } from './report';

/** The tasks that a command names. */
export function namedTasks(command: ReportCommand): readonly string[] {
  if (command.name === 'save' || command.name === 'propose-publication') return command.taskIds;
  if (command.name === 'add-evidence' || command.name === 'remark') return [command.taskId];
  return command.name === 'return' ? command.reasons.map((reason) => reason.taskId) : [];
}

/** The sections that a command names; about a task as a whole it names none. */
export function namedSections(command: ReportCommand): readonly (Section | null)[] {
  switch (command.name) {
    case 'propose-publication':
      return command.sections;
    case 'return':
      return command.reasons.map(({ section }) => section);
    case 'remark':
    case 'contribute':
      return [command.section];
    default:
      return [];
  }
}
