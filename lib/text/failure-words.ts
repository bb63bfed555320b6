/**
 * Texts of the page shown in place of one that failed. They are separate from the catalogue because every page includes
 * them: without a network nothing more can be fetched.
 */
export const failureWords = {
  site: '重点任务季度报送平台',
  title: '页面暂时打不开',
  recorded: '系统出现故障，我们已经记下。请稍后再试。',
  reference: (reference: string) => `故障编号：${reference}`,
  unanswered: '没有得到服务器的答复。请检查网络，稍后再试。',
  retry: '再试一次',
};
