import {
	type FileSource,
	type ReadAbout,
	type Reader,
	type ReaderCapabilities,
	type ReadLine,
	type ReadLink,
	type ReadProblem,
	ReadRefusal,
	type ReadRow,
	type ReadShape,
	type ReadSink,
	type ReadUnit,
} from "#lib/core/formats/reader.ts";

export interface Collected {
	readonly shape: ReadShape;
	readonly about: ReadAbout;
	readonly lines: ReadLine[];
	readonly units: ReadUnit[];
	readonly rows: ReadRow[];
	readonly links: ReadLink[];
	readonly problems: ReadProblem[];
}

/** What tests lend a reader; a format that needs more than text overrides its part. */
export const capabilities: ReaderCapabilities = {
	decoder: (encoding) => new TextDecoder(encoding, { fatal: true }),
	openArchive: () => Promise.reject(new Error("this test opens no archive")),
	readPdf() {
		throw new Error("this test reads no PDF");
	},
	progress: () => undefined,
};

/** A file of these bytes, or of this text as UTF-8; `chunk` is how many bytes come at once. */
export function fileOf(content: Uint8Array | string, name: string, chunk = 64 * 1024): FileSource {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return {
		name,
		size: bytes.length,
		head: bytes.subarray(0, 64 * 1024),
		async *chunks() {
			for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
		},
		async bytes(limit) {
			if (bytes.length > limit) throw new ReadRefusal("tooLarge", { limit });
			return bytes;
		},
	};
}

/** Everything that a reader finds in a file. A refusal is thrown: see `refusalOf`. */
export async function readWith(
	reader: Reader,
	content: FileSource | Uint8Array | string,
	name = `test.${reader.extensions[0] ?? ""}`,
	lent: Partial<ReaderCapabilities> = {},
): Promise<Collected> {
	const file = typeof content === "string" || content instanceof Uint8Array ? fileOf(content, name) : content;
	const found = { lines: [], units: [], rows: [], links: [], problems: [] } satisfies Partial<Collected>;
	const { lines, units, rows, links, problems }: Omit<Collected, "shape" | "about"> = found;
	let about: ReadAbout = {};
	const sink: ReadSink = {
		about: (more) => {
			about = { ...about, ...more };
		},
		line: (line) => void lines.push(line),
		unit: (unit) => void units.push(unit),
		row: (row) => void rows.push(row),
		link: (link) => void links.push(link),
		problem: (problem) => void problems.push(problem),
	};
	const shape = await reader.read(file, sink, { ...capabilities, ...lent });
	return { shape, about, lines, units, rows, links, problems };
}

/** Why a reader refuses a file; fails where it reads it. */
export async function refusalOf(...read: Parameters<typeof readWith>): Promise<ReadProblem> {
	try {
		await readWith(...read);
	} catch (error) {
		if (error instanceof ReadRefusal) return error.problem;
		throw error;
	}
	throw new Error("the file was read");
}
