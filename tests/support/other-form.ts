import { formOfPlan, type PlanForm } from '@/lib/domain/plan/plan-form';

const plain = { hint: '', limit: 500, required: true, publicByDefault: false, confirmation: 'none', tickLabel: '' };

/** A form with five other sections and no light: two that can be ticked, one that follows such a tick, one that may stay empty. */
export const otherSections: PlanForm = {
  light: false,
  sections: [
    {
      ...plain,
      ...{ key: 'part1', label: '举措落实', hint: '逐条对应方案中的举措', publicByDefault: true },
      ...{ confirmation: 'tick-with-reason', tickLabel: '本月无举措' },
    },
    { ...plain, key: 'part2', label: '阶段成果', publicByDefault: true, confirmation: 'part1' },
    { ...plain, key: 'part3', label: '困难问题', limit: 300, confirmation: 'tick', tickLabel: '暂无困难' },
    { ...plain, key: 'part4', label: '下月打算' },
    { ...plain, key: 'coordination', label: '需领导协调事项', required: false },
  ],
};

export const otherForm = formOfPlan(otherSections);

export const otherEntry = {
  part1: '举措一已经落实。',
  part2: '形成标准三项。',
  part3: '用地指标尚未落实。',
  part4: '下月启动第二批。',
  coordination: '请协调用地指标。',
};
