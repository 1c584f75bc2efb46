/** Glossaries as files. */
import type { ReaderCapabilities, ReadProblem } from "../../formats/reader.ts";
import type { Term } from "../term.ts";

/** A term as a file has it: ids are of the project that takes it, and one of the scripts may be left empty. */
export type GlossaryEntry = Omit<Term, "id">;

export interface GlossaryFile {
	/** Empty where there are problems: nothing is taken in by half. */
	readonly terms: readonly GlossaryEntry[];
	/** What has to be put right in the file, line by line. */
	readonly problems: readonly ReadProblem[];
	/** What was left out or understood otherwise than it is written. */
	readonly remarks: readonly ReadProblem[];
}

/** What a format finds, in order. */
export interface GlossarySink {
	term(entry: GlossaryEntry, line: number): void;
	problem(problem: ReadProblem): void;
	remark(problem: ReadProblem): void;
}

export interface GlossaryFormat {
	readonly id: string;
	/** Lower case, without a dot, the usual one first. */
	readonly extensions: readonly string[];
	readonly mediaType: string;
	/** By the first bytes; where several say so, the first of the registry. */
	recognises(head: Uint8Array, extension: string): boolean;
	/** Throws `ReadRefusal`. */
	read(
		bytes: Uint8Array,
		name: string,
		sink: GlossarySink,
		capabilities: Pick<ReaderCapabilities, "decoder" | "openArchive" | "progress">,
	): Promise<void>;
	write(terms: readonly GlossaryEntry[]): Uint8Array;
}
