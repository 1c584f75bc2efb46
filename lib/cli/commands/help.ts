import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { type CommandName, commands, isCommand } from "../registry.ts";

/** `duizhao help` lists the commands, `duizhao help NAME` explains one of them. */
export async function help([name]: readonly string[], { print, complain }: Output): Promise<ExitCode> {
	if (name === undefined || name.startsWith("-") || name === "help") {
		print(overview());
		return 0;
	}
	if (!isCommand(name)) {
		complain(t("unknownCommand", { name }));
		return 2;
	}
	const command = await commands[name]();
	await command(["--help"], { print, complain: print });
	return 0;
}

function overview(): string {
	const names = Object.keys(commands).filter(isCommand);
	const widest = names.reduce((most, name: CommandName) => Math.max(most, name.length), 0);
	const list = names.map((name) => `  ${name.padEnd(widest)}  ${t(`summary.${name}`)}`);
	return [t("help.usage"), "", ...list, "", t("help.more"), t("help.exitCodes")].join("\n");
}
