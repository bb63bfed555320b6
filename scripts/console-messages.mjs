const soon = (seconds) => (seconds > 0 ? `${seconds} 秒后` : '立即');
const ending = (reason) => (reason === 'SIGKILL' ? 'SIGKILL，被强制终止，可能是内存不足' : reason);
const age = (seconds) => (seconds === null ? '' : `，已持续 ${seconds} 秒`);
const sessionList = (sessions) =>
  sessions.map(({ program, seconds }) => `${program}${age(seconds)}`).join('、') || '无法得知';

/**
 * Messages of the commands to their users. In old syntax, because an unsupported Node must still be able to print them.
 */
export const messages = {
  nodeTooOld: (version) => `门户需要 Node.js 20 或更新版本，当前版本是 ${version}。`,
  step: (title) => `· ${title}……`,
  stepGoesOn: (title, seconds) => `  ${title}：已用 ${seconds} 秒`,
  stepDone: (title, seconds) => `✓ ${title}（${seconds} 秒）`,
  stepFailed: (title, seconds) => `✗ ${title}失败（${seconds} 秒）`,
  stopping: '正在停止门户……',
  stopped: '门户已停止。',

  installing: '安装依赖',
  restoringBinaries: '补齐运行程序',
  pinnedNodeMissing: '依赖安装不完整，缺少 Node 24 运行程序：请检查到 npm 软件源的网络后重试。',

  settingInvalid: (name, given, expected) => `${name} 必须是${expected}，现在是“${given}”。`,
  secretInvalid: (name, expected) => `${name} 必须是${expected}；含有机密，不显示现在的值。`,
  /** The values that each setting may have, to be read after “必须是”. */
  settingExpected: {
    PORT: ' 1 到 65535 之间的整数',
    HOST: '本机的地址或主机名，例如 127.0.0.1 或 0.0.0.0',
    START_WAIT: '不带小数的秒数',
    DEMONSTRATION: ' 0 或 1',
    ALLOW_HTTP: ' 0 或 1',
    DATABASE_URL: '数据库地址',
    AUTH_SECRET: '至少 32 个字符的密钥',
    TRUSTED_PROXIES: ' 0 到 5 的整数（门户前面自有代理的层数）',
    PORTAL_URL: '不带路径的网址，形如 https://portal.example.gov.cn',
    DATABASE_CONNECTIONS: ' 1 到 200 的整数',
    NEAR_COPY: ' 0 到 1 的数',
    LOG_LEVEL: ' fatal、error、warn、info、debug、silent 之一',
    ALLOW_PLAIN:
      '用逗号分开的设置名，可用 DATABASE_URL、SMTP_URL、SMS_GATEWAY_URL、WEBHOOK_HOSTS、EVIDENCE_S3_ENDPOINT、CLAMD',
    SITE_ORGANIZER: '不超过 100 个字符的文字',
    SITE_CODE: '不超过 100 个字符的文字',
    SITE_ICP: '不超过 100 个字符的文字',
    SITE_POLICE: '不超过 100 个字符的文字',
    EVIDENCE_FILE_MB: '大于 0、不超过 1024 的数（兆字节）',
    EVIDENCE_PER_ENTRY: ' 1 到 100 的整数',
    EVIDENCE_KINDS:
      '用逗号分开的文件类型，可用 pdf、ofd、doc、docx、wps、xls、xlsx、et、ppt、pptx、dps、jpg、png、zip、rar',
    EVIDENCE_FOLDER: '文件夹',
    PORTAL_DATA: '文件夹',
    EVIDENCE_S3_ENDPOINT: '以 https:// 开头的网址',
    EVIDENCE_S3_BUCKET: '存储桶的名称',
    EVIDENCE_S3_REGION: '区域的名称',
    EVIDENCE_S3_KEY: '访问密钥',
    EVIDENCE_S3_SECRET: '访问密钥的口令',
    DISK_FLOOR_MB: '不小于 0 的数（兆字节）',
    KEEP_SESSIONS_DAYS: ' 1 到 36500 的整数（天）',
    KEEP_DELIVERIES_DAYS: ' 30 到 36500 的整数（天）',
    KEEP_MESSAGES_DAYS: ' 30 到 36500 的整数（天）',
    CLAMD: '“主机:端口”，或以 / 开头的套接字路径',
    SMTP_URL: '邮件服务器地址，形如 smtp://用户:口令@主机:端口（口令中的 @ : / # ? % 须写成 %40 等百分号编码）',
    MAIL_FROM: '邮件地址，形如 portal@example.gov.cn 或 名称 <portal@example.gov.cn>',
    WEBHOOK_HOSTS: '用逗号分开的主机名，或不带路径的网址',
    SMS_GATEWAY_URL: '以 https:// 开头的网址',
    SMS_GATEWAY_TOKEN: '令牌',
    PORTAL_LANGUAGE: '语言代码，例如 en',
    CATALOGUE_FOLDER: '文件夹',
  },
  languageMissing: (language) =>
    `没有 PORTAL_LANGUAGE（${language}）的语言文件：请放入 CATALOGUE_FOLDER 指定的文件夹，默认是 lib/text。`,
  databaseUrlMissing: (names) =>
    `设置了 ${names.join('、')}，却没有 DATABASE_URL：正式使用请设置 DATABASE_URL；确要演示，请设置 DEMONSTRATION=1。`,
  demonstrationWithDatabase: 'DATABASE_URL 用于正式使用，DEMONSTRATION=1 用于演示，不能同时设置。',
  demonstrationIsOpen: (host) =>
    `注意：演示门户在 ${host} 上对外开放，能连到它的人都能用公开的演示账号登录；他们所用的网址请写在 PORTAL_URL 里。`,
  proxiesMissing:
    'PORTAL_URL 是 https 时，前面必有代理：请用 TRUSTED_PROXIES 写明自有代理的层数（一般是 1），否则所有访问者的地址都是代理的地址。',
  visitorsUnknown: '注意：TRUSTED_PROXIES 是 0，所有访问者的地址都记为代理的地址，登录限制会同时作用于所有人。',
  addressesForgeable: (host) =>
    `注意：门户在 ${host} 上监听，又信任代理写入的地址：绕过代理直接连到这个端口的人可以冒用任何地址。请只监听 127.0.0.1，或用防火墙只放行代理。`,
  portalUrlIsPlain: (url) => `注意：PORTAL_URL（${url}）没有加密，填写的内容会明文传输。`,
  connectionPlain: (name, form) =>
    `${name} 指向其他主机，但连接没有加密：请${form}；确需明文传输，请在 ALLOW_PLAIN 中写上 ${name}。`,
  connectionIsPlain: (name) => `注意：${name} 指向其他主机，但连接没有加密。`,
  encryptedForm: {
    DATABASE_URL: '在地址末尾加上 ?sslmode=verify-full（自建机构签发的证书再加 &sslrootcert=证书文件）',
    SMTP_URL: '使用 smtps://',
    SMS_GATEWAY_URL: '使用 https://',
    WEBHOOK_HOSTS: '使用 https://',
    EVIDENCE_S3_ENDPOINT: '使用 https://',
    CLAMD: '改用本机的扫描服务或套接字',
  },
  storeIncomplete: '设置了 EVIDENCE_S3_BUCKET，还须设置 EVIDENCE_S3_KEY 和 EVIDENCE_S3_SECRET。',
  storeWithoutBucket:
    '设置了 EVIDENCE_S3_ENDPOINT、EVIDENCE_S3_KEY 或 EVIDENCE_S3_SECRET，还须设置 EVIDENCE_S3_BUCKET。',
  mailFromMissing: '注意：SMTP_URL 用的是 IP 地址，收件方可能拒收：请用 MAIL_FROM 指定发件人。',
  hostUnknown: (host) => `HOST（${host}）不是本机的地址，无法监听。`,
  connectionsShort: (needed, available) =>
    `注意：一个门户最多使用 ${needed} 个数据库连接，而数据库只允许 ${available} 个：请减小 DATABASE_CONNECTIONS，或增大 max_connections。`,
  portBusy: (port) => `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 指定其他端口。`,
  portForbidden: (port) => `当前用户无权使用端口 ${port}：请用 PORT 指定 1024 以上的端口。`,
  dataFolderHeld: (folder, pid) => `数据目录 ${folder} 正由另一个运行中的门户使用（进程 ${pid}）：请先停止它。`,
  dataFolderUnwritable: (folder) => `数据目录 ${folder} 无法写入：请检查目录权限。`,
  buildFolderHeld: (pid) => `另一个门户（进程 ${pid}）正在使用 .next 目录，无法重新构建：请先停止它。`,

  databaseUrlInvalid:
    'DATABASE_URL 必须形如 postgresql://用户:口令@主机:端口/数据库；口令中的 @ : / # ? % 须写成百分号编码（@ 写成 %40，/ 写成 %2F，# 写成 %23），证书文件须能读取。',
  databaseUnreachable: (place, reason) => `无法连接 DATABASE_URL 指定的数据库 ${place}（${reason}）。`,
  databaseAwaited: (place, reason, seconds) => `正在等待数据库 ${place}（${reason}），已等待 ${seconds} 秒。`,
  databaseEncoding: (encoding) =>
    `数据库的编码是 ${encoding}，门户需要 UTF8：请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 另建数据库。`,
  databaseReadOnly: (place) => `数据库 ${place} 只能读取（备机或只读模式）：请把 DATABASE_URL 改为主机的地址。`,
  databaseLacksRights: (user, database) =>
    `数据库用户 ${user} 无权建表：请由数据库管理员执行 ALTER DATABASE "${database}" OWNER TO "${user}"; GRANT ALL ON SCHEMA public TO "${user}";`,
  databaseOwnedByOther: (user, owner) =>
    `现有数据表属于用户 ${owner}，用户 ${user} 无权升级数据库结构：请改用 ${owner}，或由数据库管理员执行 REASSIGN OWNED BY "${owner}" TO "${user}";`,
  databaseLacksSearch:
    '数据库缺少扩展 pg_trgm：请安装 PostgreSQL 的 contrib 组件（Debian 的 postgresql 软件包已包含）。',
  databaseNewer: (names) =>
    `数据库由更新版本的门户升级过（${names.join('、')}），当前版本不能使用：请改用更新版本的程序，或恢复升级前的备份。`,
  databaseOlder: (names) => `数据库结构不是最新（缺少 ${names.join('、')}）：请先运行 npm run db:migrate。`,
  databaseEmpty: '数据库还没有设置：请先运行 npm run db:migrate。',
  databaseTooOld: (version) => `数据库需要 PostgreSQL 15 或更新版本，当前版本是 ${version}。`,
  portalUrlUnencrypted: (url) =>
    `PORTAL_URL（${url}）没有加密：填写的内容会明文传输，浏览器也不能在本机暂存。请改用 https，或设置 ALLOW_HTTP=1 后再启动。`,
  authSecretMissing: '使用 DATABASE_URL 时必须设置 AUTH_SECRET（至少 32 个字符）。',

  databaseCreating: '创建内置数据库',
  databaseStarting: '启动内置数据库',
  databaseLeftBehind: (pid) => `上次运行遗留的数据库进程 ${pid} 仍在运行，先将其停止。`,
  databaseDied: (log) => `内置数据库意外退出，正在重新启动（详情见 ${log}）。`,
  databaseDiskFull: '磁盘已满，内置数据库无法写入：请腾出空间，之后会自动恢复。',
  databaseBack: '内置数据库已恢复。',
  databaseDoesNotStart: (log) => `内置数据库无法启动：详情见 ${log}。`,
  databaseUserMissing:
    '以 root 运行时，内置数据库需要名为 postgres 的系统用户，且未能自动创建：请先创建该用户，或以普通用户运行。',
  databaseFolderClosed: (folder) =>
    `内置数据库的用户无法进入 ${folder}：请把门户放到其他用户可读的目录，或以普通用户运行。`,
  databasePlatform: (platform) => `内置数据库不支持此平台（${platform}）：请用 DATABASE_URL 指定数据库。`,

  evidenceRefused: (place, reason) =>
    `佐证材料的存放位置 ${place} 不能读写（${reason}）：请检查目录权限，或 EVIDENCE_S3_ 各项设置。`,
  evidenceUnreachable: (place) => `! 佐证材料的存放位置 ${place} 暂时没有应答：恢复以前，佐证材料不能上传和下载。`,
  diskNearlyFull: (free, floor) =>
    `! 磁盘只剩 ${free} GB（下限 ${floor} GB，见 DISK_FLOOR_MB）：腾出空间以前，佐证材料不能上传。`,

  generatingClient: '生成数据库客户端',
  migrating: '升级数据库结构',
  migrationElsewhere: (holders, seconds) =>
    `另一个进程正在升级数据库结构（${sessionList(holders)}），已等待 ${seconds} 秒。`,
  migrationWaits: (name, blockers, seconds) =>
    `迁移 ${name} 正在等待其他会话（${sessionList(blockers)}）释放数据表，已等待 ${seconds} 秒；结束该会话即可继续。`,
  migrationFailed: (name, reason) => `迁移 ${name} 失败（${reason}），数据库没有改动。`,
  migrationUnfinished: (names) => `迁移 ${names.join('、')} 曾经中断：请运行 npm run db:repair，再重新启动。`,
  repairedDone: (name) => `迁移 ${name} 已全部生效，已补记为完成。`,
  repairedUndone: (name) => `迁移 ${name} 没有生效，已撤销其记录，下次启动时重新执行。`,
  repairUnclear: (name) =>
    `无法判断迁移 ${name} 是否生效：数据库与迁移前、迁移后的结构都不一致，请恢复备份，或请开发人员核对。`,
  nothingToRepair: '没有中断的迁移，数据库无需修复。',
  nothingToMigrate: '数据库结构已是最新。',
  migrated: (names) => `已应用：${names.join('、')}`,
  noSchemaChange: '结构没有变化，无需新的迁移。',
  migrationWritten: (file) => `已写入 ${file}`,
  migrationNameMissing: '用法：npm run db:diff -- 名称（小写字母、数字和下划线）',

  settingUpDemonstration: '准备演示数据',
  settingUpPortal: '核对日历',
  /** @param {number} year */
  calendarDiffers: (year) =>
    `${year}年的放假安排由处室管理员录入，与系统自带的数据不一致，已保留录入的安排；请在“工作日历”页核对。`,
  compiling: '构建门户',
  built: '门户已构建。',
  notBuilt: '门户还没有构建，或构建之后源代码有改动：请先运行 npm run build。',

  serving: '启动网站服务',
  serverDied: (reason, seconds) => `网站服务意外退出（${ending(reason)}），${soon(seconds)}重新启动。`,
  processFrozen: '有进程超过 30 秒没有应答，将其终止并重新启动。',
  serverDoesNotAnswer: (seconds) => `网站服务尚未就绪，已等待 ${seconds} 秒。`,
  jobsReady: '后台任务已开始运行。',
  jobsDied: (reason, seconds) => `后台任务进程意外退出（${ending(reason)}），${soon(seconds)}重新启动。`,
  ready: (url) => `门户已就绪：${url}`,
  howToStop: '按 Ctrl-C 停止。',
  accountsTitle: '演示账号（仅供演示）：',

  databaseNotSetUp: '还没有数据库：请先运行一次 npm start，或用 DATABASE_URL 指定数据库。',

  resetRefused: (pid) => `门户正在运行（进程 ${pid}）：请先停止它，再重置演示数据。`,
  resetOfRealPortal: '设置了 DATABASE_URL，这是正式门户：demo:reset 只清除演示数据，没有清除任何内容。',
  resetOfOtherFolder: '设置了 EVIDENCE_FOLDER，它可能存有正式门户的附件：demo:reset 没有清除任何内容。',
  resetDone: '演示数据已清除：下次 npm start 时重新生成。',
  resetNothing: '没有演示数据可清除。',

  accountUsage:
    '用法：npm run account:create -- --user 用户名 --name 显示名 --role 角色[,角色] [--agency 单位代码] [--office 处室代码[,处室代码]|all]',
  accountNameInvalid: '用户名不能含空格，用户名和显示名最多 50 个字符。',
  accountRoleUnknown: (role, roles) => `没有角色“${role}”：可用 ${roles.join('、')}。`,
  accountCreated: (userName) => `已创建账号 ${userName}。`,
  accountOneTimePassword: (password) => `一次性口令（首次登录时必须更改，只显示这一次）：${password}`,

  officeUsage: '用法：npm run office:create -- --name 处室名称 --code 处室代码',
  officeInvalid: '处室名称最多 100 个字符；处室代码只用小写字母、数字和连字符，最多 32 个字符。',
  officeCreated: (name, code) => `已新建处室 ${name}（代码 ${code}）。`,

  planImportUsage:
    '用法：npm run plan:import -- 文件 [--check] [--year 年度] [--office 处室代码] [--code 计划编号]（.docx、.xlsx、.csv 或者 .txt）',
  planImported: (code, office, tasks) => `已写入${office}的计划草稿 ${code}，共 ${tasks} 项任务。`,
  planImportRefused: (count) => `文件有 ${count} 处问题，没有写入任何内容。`,
  planOfficeUnknown: (code) => `没有代码为 ${code} 的处室，没有写入任何内容。`,
  planCodeTaken: (code) => `已有编号为 ${code} 的计划，没有写入任何内容。可用 --code 指定其他编号。`,
  planFileMissing: (file, reason) => `无法读取文件 ${file}（${reason}）。`,

  unlockUsage: '用法：npm run account:unlock -- --user 用户名，或 --address 来源地址',
  unlocked: (count) => `已解除 ${count} 项登录限制。`,
  nothingLocked: '没有需要解除的登录限制。',

  receiptUsage: '用法：npm run receipt:verify -- 文件.json（从版本页面导出的文件）',
  receiptFileMissing: (file, reason) => `无法读取文件 ${file}（${reason}）。`,
  receiptUnreadable: '✗ 未通过：不是本平台导出的报送文件，或者文件已损坏。',
  receiptContentChanged: (stated, computed) =>
    `✗ 未通过：报送内容与摘要不一致，内容或摘要已被改动。\n  文件所载摘要：${stated}\n  按内容计算：  ${computed}`,
  receiptFactsChanged: '✗ 未通过：报送内容与摘要一致，但文件中的回执信息已被改动。',
  receiptRewritten: '✗ 未通过：文件的写法与导出时不同，可能被其他程序改写过，请使用原始文件。',
  receiptVerified: ({ receiptNumber, agencyName, quarter, version, filedAt, digest, checkAt }) =>
    [
      '✓ 通过：报送内容与摘要一致，文件没有改动。',
      `  回执编号：${receiptNumber}`,
      `  报送单位：${agencyName}`,
      `  报送周期：${quarter}，第 ${version} 版`,
      `  报送时间：${filedAt}（UTC）`,
      `  内容摘要（SM3）：${digest}`,
      `核验只说明文件自身前后一致。请再与回执上的摘要核对，或在平台查验：${checkAt}`,
    ].join('\n'),

  testNotBuilt: '门户未能构建，端到端测试无法进行。',
  testStageUnknown: (stage, stages) => `没有测试环节“${stage}”：可用 ${stages.join('、')}。`,
};
