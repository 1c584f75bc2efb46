import type { Command } from "./command.ts";

/**
 * The commands in the order of the help. Each is loaded only when it is called, so that `align` brings no database
 * along. A new one is a file in `commands`, a line here and a line under `summary` in the catalogue (namespace cli).
 */
export const commands = {
	align: async () => (await import("./commands/align.ts")).align,
	segment: async () => (await import("./commands/segment.ts")).segment,
	import: async () => (await import("./commands/import.ts")).importFiles,
	check: async () => (await import("./commands/check.ts")).check,
	read: async () => (await import("./commands/read.ts")).read,
	log: async () => (await import("./commands/log.ts")).log,
	user: async () => (await import("./commands/user.ts")).user,
	verify: async () => (await import("./commands/verify.ts")).verify,
	help: async () => (await import("./commands/help.ts")).help,
} as const satisfies Record<string, () => Promise<Command>>;

export type CommandName = keyof typeof commands;

export function isCommand(name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}
