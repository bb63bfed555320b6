import 'server-only';

/**
 * The words by which the usual departments are called. Two of these that differ in one character, such as 财政 and 民政, are two
 * departments and not a slip.
 */
const usual = new Set(
  (
    '发展改革 发改 教育 科技 科学技术 工业和信息化 工信 公安 国安 国家安全 民政 司法 财政 人力资源社会保障 人力资源和社会保障 人社 规划和自然资源 ' +
    '规划资源 自然资源 生态环境 环保 住房城乡建设 住房和城乡建设 住建 城管 城市管理 交通运输 交通 水务 水利 农业农村 农业 商务 文化和旅游 文化旅游 文旅 ' +
    '卫生健康 卫健 退役军人 退役军人事务 应急管理 应急 审计 国资 市场监管 市场监督管理 体育 统计 医保 医疗保障 金融 合作交流 人防 信访 政务服务 数据 ' +
    '大数据 网信 宣传 组织 统战 政法 编 机关事务 粮食 粮食和物资 粮食和储备 林业 林草 园林 园林绿化 气象 税务 海关 邮政 邮政管理 通信管理 消防 地震 烟草 ' +
    '知识产权 口岸 外 侨 民族宗教 民宗 档案 广电 广播电视 新闻出版 药监 药品监管 能源 文物 国防动员 投资促进 招商 乡村振兴 海洋 渔业 畜牧 供电 电力 电信 移动 联通 ' +
    '教 科 建 经信 经济和信息化 工商 质监 食药监 安监 旅游 文化 卫生 法制 研究'
  ).split(' '),
);

const stemOf = (name: string) =>
  name.replace(/^(某|全|本)?[市省区县州]?(政府|委)?/, '').replace(/(管理局|[局委办部院厅]|办公室|委员会)$/, '');

/** Places differ in one character by right: 东区 and 西区, 1号 and 2号 schools. */
const isPlace = (name: string) => /(区|县|镇|乡|街道|旗|州|村|社区)(人民)?(政府|管委会|办事处)?$/.test(name);

/** Says whether one character added, left out, replaced or two neighbours swapped make one name of the other. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((one, other) => one.length - other.length) as [string[], string[]];
  if (long.length - short.length > 1 || a === b) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const restOf = (characters: string[], skipped: number) => characters.slice(from + skipped).join('');
  if (short.length < long.length) return restOf(short, 0) === restOf(long, 1);
  const isSwapped =
    short[from] === long[from + 1] && short[from + 1] === long[from] && restOf(short, 2) === restOf(long, 2);
  return restOf(short, 1) === restOf(long, 1) || isSwapped;
}

/**
 * Gives for each name that is one slip from another of the file the name that was meant: the usual one of the two, else the
 * more frequent one. Of two unusual names that are named equally often, none is corrected.
 */
export function slipsIn(names: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const weight = (name: string) => (usual.has(stemOf(name)) ? Number.POSITIVE_INFINITY : (counts.get(name) ?? 0));
  const slips = new Map<string, string>();
  for (const name of counts.keys()) {
    if (isPlace(name) || name.length < 3 || weight(name) === Number.POSITIVE_INFINITY) continue;
    const meant = [...counts.keys()].find((other) => isOneSlip(name, other) && weight(other) > weight(name));
    if (meant) slips.set(name, meant);
  }
  return slips;
}
