import type { ExitCode } from "./command.ts";

/** Stops a command: what it is asked for cannot be done, and the sentences say why. */
export class Refused extends Error {
	readonly exitCode: ExitCode;

	constructor(sentences: string | readonly string[], exitCode: ExitCode = 2) {
		super(typeof sentences === "string" ? sentences : sentences.join("\n"));
		this.exitCode = exitCode;
	}
}
