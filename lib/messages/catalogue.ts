import accounts from "./en/accounts.json" with { type: "json" };
import auth from "./en/auth.json" with { type: "json" };
import blame from "./en/blame.json" with { type: "json" };
import checking from "./en/checking.json" with { type: "json" };
import cli from "./en/cli.json" with { type: "json" };
import commands from "./en/commands.json" with { type: "json" };
import comments from "./en/comments.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import compare from "./en/compare.json" with { type: "json" };
import deliver from "./en/deliver.json" with { type: "json" };
import elsewhere from "./en/elsewhere.json" with { type: "json" };
import filter from "./en/filter.json" with { type: "json" };
import findings from "./en/findings.json" with { type: "json" };
import glossary from "./en/glossary.json" with { type: "json" };
import importing from "./en/import.json" with { type: "json" };
import measures from "./en/measures.json" with { type: "json" };
import operations from "./en/operations.json" with { type: "json" };
import problems from "./en/problems.json" with { type: "json" };
import projectFindings from "./en/project-findings.json" with { type: "json" };
import projects from "./en/projects.json" with { type: "json" };
import reading from "./en/reading.json" with { type: "json" };
import refusals from "./en/refusals.json" with { type: "json" };
import replace from "./en/replace.json" with { type: "json" };
import search from "./en/search.json" with { type: "json" };
import timeline from "./en/timeline.json" with { type: "json" };
import together from "./en/together.json" with { type: "json" };
import versions from "./en/versions.json" with { type: "json" };
import word from "./en/word.json" with { type: "json" };
import workbench from "./en/workbench.json" with { type: "json" };
import writing from "./en/writing.json" with { type: "json" };
import type { Locale } from "./locale.ts";
import { type SameKeys, simplifiedChinese } from "./simplified-chinese.ts";
/** Every sentence of the screens, the API's problems and the command line, by namespace. */
export const english = {
	accounts,
	auth,
	blame,
	checking,
	cli,
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
};

const { cli: _, ...screens } = english;

/** What screens say: not the sentences of the command line, which speaks English. */
export type ScreenMessages = SameKeys<typeof screens>;

/** A namespace of the screens stands in both: above and in simplified-chinese.ts. */
export const catalogues: Readonly<Record<Locale, ScreenMessages>> = {
	en: screens,
	"zh-Hans": simplifiedChinese,
};
