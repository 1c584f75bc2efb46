import type { ScreenMessages } from "./catalogue.ts";
import accounts from "./zh-Hans/accounts.json" with { type: "json" };
import auth from "./zh-Hans/auth.json" with { type: "json" };
import blame from "./zh-Hans/blame.json" with { type: "json" };
import checking from "./zh-Hans/checking.json" with { type: "json" };
import commands from "./zh-Hans/commands.json" with { type: "json" };
import comments from "./zh-Hans/comments.json" with { type: "json" };
import common from "./zh-Hans/common.json" with { type: "json" };
import compare from "./zh-Hans/compare.json" with { type: "json" };
import deliver from "./zh-Hans/deliver.json" with { type: "json" };
import elsewhere from "./zh-Hans/elsewhere.json" with { type: "json" };
import filter from "./zh-Hans/filter.json" with { type: "json" };
import findings from "./zh-Hans/findings.json" with { type: "json" };
import glossary from "./zh-Hans/glossary.json" with { type: "json" };
import importing from "./zh-Hans/import.json" with { type: "json" };
import measures from "./zh-Hans/measures.json" with { type: "json" };
import operations from "./zh-Hans/operations.json" with { type: "json" };
import problems from "./zh-Hans/problems.json" with { type: "json" };
import projectFindings from "./zh-Hans/project-findings.json" with { type: "json" };
import projects from "./zh-Hans/projects.json" with { type: "json" };
import reading from "./zh-Hans/reading.json" with { type: "json" };
import refusals from "./zh-Hans/refusals.json" with { type: "json" };
import replace from "./zh-Hans/replace.json" with { type: "json" };
import search from "./zh-Hans/search.json" with { type: "json" };
import timeline from "./zh-Hans/timeline.json" with { type: "json" };
import together from "./zh-Hans/together.json" with { type: "json" };
import versions from "./zh-Hans/versions.json" with { type: "json" };
import word from "./zh-Hans/word.json" with { type: "json" };
import workbench from "./zh-Hans/workbench.json" with { type: "json" };
import writing from "./zh-Hans/writing.json" with { type: "json" };

/** The same keys as another catalogue, with sentences of its own. */
export type SameKeys<Group> = {
	readonly [Key in keyof Group]: Group[Key] extends string ? string : SameKeys<Group[Key]>;
};

/** A key that is only in English does not compile; one that is only here fails tests/core/messages.test.ts. */
export const simplifiedChinese = {
	accounts,
	auth,
	blame,
	checking,
	comments,
	commands,
	common,
	compare,
	deliver,
	filter,
	elsewhere,
	findings,
	glossary,
	import: importing,
	measures,
	operations,
	problems,
	projectFindings,
	projects,
	reading,
	refusals,
	replace,
	search,
	timeline,
	together,
	versions,
	word,
	workbench,
	writing,
} satisfies ScreenMessages;
