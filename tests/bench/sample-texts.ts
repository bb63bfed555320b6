/** The size of a section in the bench: 300 characters. */
export const sectionLength = 300;

const characters =
  '本季度完成项目建设任务推进落实情况企业创新平台重点研发资金支持人才引进技术成果转化服务机制改革试点示范工程数据共享应用场景协同部门督导检查标准规范安全保障计划目标进度问题困难措施加强组织领导责任';

/** A text of 300 characters that compresses badly, as real ones do: the same seed gives the same text. */
export function sampleText(seed: number): string {
  // Park and Miller's generator: repeatable, and good enough to pick characters.
  let state = (seed % 2_147_483_646) + 1;
  return Array.from({ length: sectionLength }, (_, index) => {
    state = (state * 48_271) % 2_147_483_647;
    return index % 30 === 29 ? '。' : characters.charAt(state % characters.length);
  }).join('');
}

/** The four sections of the task at a position. */
export function sampleSections(position: number) {
  const [progress, problems, results, nextSteps] = [1, 2, 3, 4].map((part) => sampleText(position * 10 + part));
  return { progress, problems, results, nextSteps } as Record<
    'progress' | 'problems' | 'results' | 'nextSteps',
    string
  >;
}
