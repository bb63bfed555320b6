/** Gives tasks under their headings, in order: neighbours that share them stand in one group, '' for no headings. */
export function byHeadings<Task>(
  tasks: readonly Task[],
  headingsOf: (task: Task) => readonly string[],
): { headings: string; tasks: Task[] }[] {
  const groups: { headings: string; tasks: Task[] }[] = [];
  for (const task of tasks) {
    const headings = headingsOf(task).join(' / ');
    const last = groups[groups.length - 1];
    if (last?.headings === headings) last.tasks.push(task);
    else groups.push({ headings, tasks: [task] });
  }
  return groups;
}
