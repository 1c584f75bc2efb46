import type { ExitCode, Output } from "./command.ts";
import { t } from "./messages.ts";
import { commands, isCommand } from "./registry.ts";

/** Runs the command that the arguments name. What is no expected trouble is thrown. */
export async function main(args: readonly string[], output: Output): Promise<ExitCode> {
	const [given = "help", ...rest] = args;
	const name = given === "--help" || given === "-h" ? "help" : given;
	if (!isCommand(name)) {
		output.complain(t("unknownCommand", { name }));
		return 2;
	}
	const command = await commands[name]();
	return command(rest, output);
}
