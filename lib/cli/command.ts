/** 0 done; 1 not possible, and the reason was told; 2 called wrongly, or a file could not be read. */
export type ExitCode = 0 | 1 | 2;

export interface Output {
	/** One line, or several, to standard output. */
	readonly print: (text: string) => void;
	/** The same to standard error. */
	readonly complain: (text: string) => void;
}

/** What a file in `commands` exports under its command's name. Options are the command's own; all know `--help`. */
export type Command = (args: readonly string[], output: Output) => Promise<ExitCode>;
