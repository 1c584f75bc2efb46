/**
 * Chinese has no spaces between words: 教育部 is not in 教育部门, and 高考 is not in 提高考核标准. These are common words that may begin
 * in the last character of a term, or end in the first one of a short term. A few uses are passed over where the
 * word is not meant (教育部分别表示); naming a term that is not there would be worse.
 */
const beginning = `
部门 部分 部队 部署 部位 部件 部落 组织 组成 组合 组建 委员 委托 委派 委任 局部 局面 局势 局限 局长 会议 会员 会场 会见 会谈
会展 会计 会晤 党员 党派 党组 院校 院长 院士 院落 市场 市民 市区 市政 市值 市面 省份 省会 省级 县城 县级 区域 区别 区分 区间
办法 办理 办事 办公 办学 建设 建立 建议 建筑 建成 建造 建国 建军 性质 性格 性能 性别 费用 费率 章程 章节 风险 风格 风景 风光
徽章 旗下 旗舰 龄段 国家 国际 国内 国民 国有 国外 国旗 国庆 人民 人口 人士 人员 人才 人类 人物 人均 人体 人生 法律 法规 法院
法官 法人 法制 法治 法案 政策 政府 政治 政权 政党 政协 政务 业务 业绩 业界 业主 业态 军队 军事 军人 军工 军官 军方 军区 制度
制定 制造 制作 制约 制裁 制止 制品 权利 权力 权益 权限 权威 权衡 品质 品牌 品种 品格 保障 保护 保证 保持 保险 保留 保存 保费
保密 考虑 考核 考察 考试 考验 考古 农业 农民 农村 农产 史料 史诗 稳定 稳步 稳健 稳妥 维护 维持 维修 维权 体系 体制 体现 体育
体验 体会 体重 格局 格外 念头 展开 展示 展览 展望 代表 代替 代理 代价 代码 代谢 路径 路线 路程 路面 路段 度过 观点 观念 观察
观众 观看 化学 化工 化肥 化解 化石 学习 学生 学校 学者 学术 学院 学科 学历 学会 学位 教师 教授 教训 教练 教学 教材 教堂 育人
育种 社会 社区 社交 社团 社保 网络 网站 网友 网民 网点 署名 署长 厅长 司长 司机 司法 科学 科技 科研 科目 处理 处罚 处分 处置
处境 处于 关系 关于 关键 关注 关心 关联 关税 使用 使命 使得 使者 馆长 馆藏 馆内 团队 团结 团体 团长 团圆 盟友 盟国 信息 信任
信心 信号 信用 信仰 信贷 书记 书籍 书法 书店 书画 书写 行政 行业 行动 行为 行李 行程 行使 行驶 行人`;
const ending = `
中国 各国 外国 全国 我国 本国 祖国 爱国 出国 回国 政党 人民 农民 市民 居民 公民 国民 移民 提高 最高 更高 较高 升高 增高 很高
城市 都市 上市 超市 股市 公司 全部 内部 外部 局部 最低 降低 较低 更低 减低 成双 无双 学四 第三 第四 第五 第六 第二 第一 十三
十四 十二 十五 十六 二十 三十 四十 五十 布局 结局 格局 到处 好处 坏处 长处 本科 学科 专科 外科 内科 眼科 医院 法院 学院 大厅
客厅 餐厅 门厅 投资 外资 参议 参加 世外 国外 意外 格外 额外 此外 之外 另外 内外 海外 对外`;

const begins = new Set(beginning.split(/\s/u));
const ends = new Set(ending.split(/\s/u));

/** Only so short a term is likely to come about by chance at the end, or the beginning, of other words. */
const short = { afterWord: 2, beforeWord: 4 };
/** What even the long name of a ministry is in. */
const branch = /^部[门队]/u;

/** Whether a term of a folded text shares its last character, or a short one its first, with another word. */
export function straddles(text: string, start: number, end: number): boolean {
	const length = end - start;
	const next = text.slice(end - 1, end + 1);
	if (length <= short.beforeWord ? begins.has(next) : branch.test(next)) return true;
	return length <= short.afterWord && start > 0 && ends.has(text.slice(start - 1, start + 1));
}
