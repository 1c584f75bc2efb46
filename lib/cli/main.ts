import type { ExitCode, Output } from "./command.ts";
import { t } from "./messages.ts";
import { commands, isCommand } from "./registry.ts";

/** Runs the command that the arguments name. Trouble with the installation is told; what is unexpected is thrown. */
export async function main(args: readonly string[], output: Output): Promise<ExitCode> {
	const [given = "help", ...rest] = args;
	const name = given === "--help" || given === "-h" ? "help" : given;
	if (!isCommand(name)) {
		output.complain(t("unknownCommand", { name }));
		return 2;
	}
	try {
		const command = await commands[name]();
		return await command(rest, output);
	} catch (error) {
		output.complain(await installationTrouble(error));
		return 1;
	}
}

/** A setting or server that is not as it must be, in a sentence; rethrows anything else. */
async function installationTrouble(error: unknown): Promise<string> {
	if (!(error instanceof Error)) throw error;
	if ("next" in error) return t("trouble.setUp", { reason: error.message, next: String(error.next) });
	const { databaseIsBusy } = await import("#lib/server/database-trouble.ts");
	if (!databaseIsBusy(error)) throw error;
	return t("trouble.database", { reason: error.message });
}
