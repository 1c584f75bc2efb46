/** One pass over a file, in a process of its own: what it took, as one line of JSON. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { SaxesParser } from "saxes";

import type { FileSource, ReaderCapabilities, ReadSink } from "#lib/core/formats/reader.ts";
import { tmx } from "#lib/core/formats/readers/tmx.ts";
import { xmlText } from "#lib/core/xml/xml-text.ts";

/** The reader; and the parser alone, with handlers that do nothing. Both get the same chunks from the same decoder. */
export const ways = ["saxes", "reader"] as const;
export type Way = (typeof ways)[number];

export interface PassResult {
	readonly bytes: number;
	readonly seconds: number;
	/** Of the processor, all threads together: what depends least on who else is at work. */
	readonly processorSeconds: number;
	readonly peakBytes: number;
	readonly units: number;
}

const capabilities: ReaderCapabilities = {
	decoder: (encoding) => new TextDecoder(encoding, { fatal: true }),
	openArchive: () => Promise.reject(new Error("no archive here")),
	readPdf() {
		throw new Error("no PDF here");
	},
	progress: () => undefined,
};

const passes: Record<Way, (file: FileSource) => Promise<number>> = {
	async saxes(file) {
		const parser = new SaxesParser();
		let units = 0;
		parser.on("opentag", ({ name }) => {
			if (name === "tu") units += 1;
		});
		parser.on("closetag", () => undefined);
		parser.on("text", () => undefined);
		for await (const text of xmlText(file, "utf-8", capabilities)) parser.write(text);
		parser.close();
		return units;
	},
	async reader(file) {
		let units = 0;
		const nothing = () => undefined;
		const unit = () => {
			units += 1;
		};
		const sink: ReadSink = {
			about: nothing,
			line: nothing,
			unit,
			row: nothing,
			link: nothing,
			problem: nothing,
		};
		await tmx.read(file, sink, capabilities);
		return units;
	},
};

function openFile(path: string): FileSource {
	const head = new Uint8Array(64 * 1024);
	const descriptor = openSync(path, "r");
	const length = readSync(descriptor, head);
	closeSync(descriptor);
	return {
		name: path,
		size: statSync(path).size,
		head: head.subarray(0, length),
		chunks: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
		bytes: () => Promise.reject(new Error("streams only")),
	};
}

const [, program = "", way, path] = process.argv;
if (program.endsWith("pass.ts") && path !== undefined) {
	const chosen = ways.find((each) => each === way);
	if (chosen === undefined) throw new Error(`no such way: ${way}`);
	const file = openFile(path);
	const before = process.cpuUsage();
	const begin = performance.now();
	const units = await passes[chosen](file);
	const seconds = (performance.now() - begin) / 1_000;
	const { user, system } = process.cpuUsage(before);
	const processorSeconds = (user + system) / 1_000_000;
	const peakBytes = process.resourceUsage().maxRSS * 1_024;
	console.log(
		JSON.stringify({ bytes: file.size, seconds, processorSeconds, peakBytes, units } satisfies PassResult),
	);
}
