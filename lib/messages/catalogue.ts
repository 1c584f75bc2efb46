import accounts from "./en/accounts.json" with { type: "json" };
import auth from "./en/auth.json" with { type: "json" };
import cli from "./en/cli.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import compare from "./en/compare.json" with { type: "json" };
import deliver from "./en/deliver.json" with { type: "json" };
import findings from "./en/findings.json" with { type: "json" };
import importing from "./en/import.json" with { type: "json" };
import operations from "./en/operations.json" with { type: "json" };
import problems from "./en/problems.json" with { type: "json" };
import projects from "./en/projects.json" with { type: "json" };
import reading from "./en/reading.json" with { type: "json" };
import refusals from "./en/refusals.json" with { type: "json" };
import workbench from "./en/workbench.json" with { type: "json" };

/** Every sentence of the screens, the API's problems and the command line, by namespace. */
export const english = {
	accounts,
	auth,
	cli,
	common,
	compare,
	deliver,
	findings,
	import: importing,
	operations,
	problems,
	projects,
	reading,
	refusals,
	workbench,
};

export const locale = "en";
