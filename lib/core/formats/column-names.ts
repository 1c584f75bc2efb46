/** What people call the columns of a bilingual table. */
export type ColumnRole = "source" | "target" | "notes" | "id" | "chinese" | "english" | "other-language";

const names: Readonly<Record<Exclude<ColumnRole, "other-language">, readonly string[]>> = {
	source: [
		"source",
		"sourcetext",
		"sourcesegment",
		"sourcelanguage",
		"src",
		"original",
		"原文",
		"源文",
		"源语",
		"源语言",
		"源文本",
	],
	target: [
		"target",
		"targettext",
		"targetsegment",
		"targetlanguage",
		"tgt",
		"translation",
		"translated",
		"rendering",
		"译文",
		"譯文",
		"目标",
		"目标语言",
		"翻译",
		"翻譯",
	],
	notes: [
		"note",
		"notes",
		"comment",
		"comments",
		"remark",
		"remarks",
		"备注",
		"備註",
		"注释",
		"註釋",
		"说明",
		"批注",
		"评论",
	],
	id: [
		"id",
		"no",
		"no.",
		"nr",
		"number",
		"#",
		"key",
		"segment",
		"segmentid",
		"line",
		"row",
		"编号",
		"編號",
		"序号",
		"序號",
		"行号",
	],
	chinese: [
		"chinese",
		"chinesesimplified",
		"chinesetraditional",
		"simplifiedchinese",
		"traditionalchinese",
		"中文",
		"汉语",
		"漢語",
		"简体",
		"简体中文",
		"繁體",
		"繁體中文",
		"中文原文",
	],
	english: ["english", "英文", "英语", "英語", "英文译文"],
};

const roles = new Map<string, ColumnRole>();
for (const role of ["source", "target", "notes", "id", "chinese", "english"] as const)
	for (const name of names[role]) roles.set(name, role);

/** Codes are only taken for languages where they are ones that people translate between; "id" is no Indonesian here. */
const languageCode =
	/^(zh|cmn|yue|en|de|fr|es|pt|it|nl|ru|ja|ko|vi|th|ar|pl|cs|sv|tr|uk)(?:[-_][a-z0-9]{2,8})*$/u;

/** What a column with this heading is; null where the heading is no name we know. */
export function roleOf(heading: string): ColumnRole | null {
	const name = heading.trim().toLowerCase();
	const known = roles.get(name.replaceAll(/[\s_()（）:：-]+/gu, ""));
	if (known !== undefined) return known;
	const language = languageCode.exec(name.replaceAll(/[()\s]/gu, ""))?.[1];
	if (language === undefined) return null;
	if (/^(?:zh|cmn|yue)$/u.test(language)) return "chinese";
	return language === "en" ? "english" : "other-language";
}
