import { type EntryKey, emptyEntry, type FieldContent, noticeForm } from '@/lib/domain/report/entry';

const mark = '【演示样例，非真实情况】';

/** Under the first task of an agency, so that a table is seen wherever the text is read. */
const sampleTable = [
  '｜指标｜全年目标｜一季度完成｜',
  '｜走访企业｜24家｜6家｜',
  '｜推动合作｜12项｜3项｜',
  '｜完成投资｜｜1.2亿元｜',
].join('\n');
/** Under the second task, so that the mark on a person's number is seen; the number belongs to nobody. */
const sampleNumber = '联系人演示填报人，电话13800138000。';

/** The text of a sample entry; every section states that it is a demonstration. */
export function sampleEntry(taskText: string, index: number): Record<EntryKey, FieldContent> {
  const topic = taskText.split(/[,，。;；]/)[0] ?? taskText;
  const hasProblems = index % 2 === 0;
  return {
    ...emptyEntry(noticeForm),
    progress: `${mark}围绕“${topic}”，一季度制定了工作方案，明确了责任处室和时间节点，召开推进会两次，走访企业6家，重点事项按计划推进。${index === 0 ? `\n${sampleTable}` : ''}`,
    problems: hasProblems ? `${mark}受疫情影响，部分企业复工延迟，现场调研和项目对接进度较计划稍慢。` : '',
    results: `${mark}形成阶段性成果清单1份，推动3个项目达成合作意向，相关经验做法在系统内交流。${index === 1 ? sampleNumber : ''}`,
    nextSteps: `${mark}二季度将加快项目落地，组织一次专题对接活动，并按月跟踪调度，确保完成年度任务。`,
    noProblems: !hasProblems,
    light: hasProblems ? 'attention' : 'normal',
  };
}

export const sampleContribution = `${mark}配合完成企业调研3家，提供设备更新需求清单1份，已与牵头单位会商一次。`;
export const sampleReturnReason = `${mark}请补充量化数据：项目数量、投资额和完成比例，并写明与年度目标的差距。`;
export const sampleSectionReason = `${mark}“阶段性成果”请写明名称和完成时间，并附数量。`;
export const sampleInternalRemark = `${mark}走访企业数与上月信息专报不一致，复核后再写入汇总。`;
export const sampleAgencyRemark = `${mark}写得清楚；下季度请附推动项目的清单。`;
export const sampleCorrectionReason = `${mark}补充公开下一步工作。`;
