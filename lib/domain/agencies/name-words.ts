/**
 * The words by which the usual departments are called. Two of these that differ in one character, such as 财政 and 民政, are two
 * departments and not a slip.
 */
const usual: ReadonlySet<string> = new Set(
  (
    '发展改革 发改 教育 科技 科学技术 工业和信息化 工信 公安 国安 国家安全 民政 司法 财政 人力资源社会保障 人力资源和社会保障 人社 规划和自然资源 ' +
    '规划资源 自然资源 生态环境 环保 住房城乡建设 住房和城乡建设 住建 城管 城市管理 交通运输 交通 水务 水利 农业农村 农业 商务 文化和旅游 文化旅游 文旅 ' +
    '卫生健康 卫健 退役军人 退役军人事务 应急管理 应急 审计 国资 市场监管 市场监督管理 体育 统计 医保 医疗保障 金融 合作交流 人防 信访 政务服务 数据 ' +
    '大数据 网信 宣传 组织 统战 政法 编 机关事务 粮食 粮食和物资 粮食和储备 林业 林草 园林 园林绿化 气象 税务 海关 邮政 邮政管理 通信管理 消防 地震 烟草 ' +
    '知识产权 口岸 外 侨 民族宗教 民宗 档案 广电 广播电视 新闻出版 药监 药品监管 能源 文物 国防动员 投资促进 招商 乡村振兴 海洋 渔业 畜牧 供电 电力 电信 移动 联通 ' +
    '教 科 建 经信 经济和信息化 工商 质监 食药监 安监 旅游 文化 卫生 法制 研究'
  ).split(' '),
);

/** Usual short words of names and the full words that they stand for, the longer ones first. */
const fullWords: readonly (readonly [string, string])[] = [
  ['发改', '发展和改革'],
  ['发展改革', '发展和改革'],
  ['科技', '科学技术'],
  ['工信', '工业和信息化'],
  ['经信', '经济和信息化'],
  ['人社', '人力资源和社会保障'],
  ['人力资源社会保障', '人力资源和社会保障'],
  ['规划资源', '规划和自然资源'],
  ['环保', '生态环境'],
  ['住建', '住房和城乡建设'],
  ['住房城乡建设', '住房和城乡建设'],
  ['城管', '城市管理'],
  ['文旅', '文化和旅游'],
  ['文化旅游', '文化和旅游'],
  ['卫健', '卫生健康'],
  ['国资委', '国有资产监督管理委员会'],
  ['市场监管', '市场监督管理'],
  ['药监', '药品监督管理'],
  ['医保', '医疗保障'],
  ['人防', '人民防空'],
  ['民宗', '民族宗教'],
  ['侨办', '侨务办公室'],
  ['外办', '外事办公室'],
  ['编办', '机构编制委员会办公室'],
  ['网信办', '互联网信息办公室'],
];

/** The word by which a department is called, without its place and without the kind of authority. */
const stemOf = (name: string) =>
  name.replace(/^(某|全|本)?[市省区县州]?(政府|委)?/, '').replace(/(管理局|[局委办部院厅]|办公室|委员会)$/, '');

/** Says whether a name is that of a place or its government. Places differ in one character by right: 东区 and 西区, 1号 and 2号 schools. */
export const isPlace = (name: string) => /(区|县|镇|乡|街道|旗|州|村|社区)(人民)?(政府|管委会|办事处)?$/.test(name);

/** Says whether a name is one of the usual departments, which is no slip of another. */
export const isUsual = (name: string): boolean => usual.has(stemOf(name));

/** A place before the name of a city's department, as in 某市科学技术局; districts and counties are places of their own. */
const cityPlace = /^(?:\p{Script=Han}{1,3}?省)?(?:\p{Script=Han}{1,3}?)?市(?=\p{Script=Han}{2})(?:人民政府)?(?!场)/u;

/**
 * Gives the name of a city's department in full words and without its place: 市科技局 and 某市科学技术局 come to the same. Two
 * names that come to the same are most often one agency, which people have to confirm.
 */
export function fullForm(name: string): string {
  const bare = name.replace(cityPlace, '').replace(/委$/, '委员会');
  const [short, full] = fullWords.find(([word, whole]) => bare.includes(word) && !bare.includes(whole)) ?? ['', ''];
  return short === '' ? bare : bare.replace(short, full);
}
