import { SaxesParser } from "saxes";

export interface TmxFile {
	readonly version: string | undefined;
	readonly header: Readonly<Record<string, string>>;
	/** One record a unit: language → text. */
	readonly units: readonly Readonly<Record<string, string>>[];
}

/** A TMX file's root, header and units. Throws where it is not well-formed XML. */
export function readTmx(text: string): TmxFile {
	const units: Record<string, string>[] = [];
	let version: string | undefined;
	let header: Record<string, string> = {};
	let language = "";
	let segment: string | null = null;
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		if (name === "tmx") version = attributes["version"];
		if (name === "header") header = attributes;
		if (name === "tu") units.push({});
		if (name === "tuv") language = attributes["xml:lang"] ?? "";
		if (name === "seg") segment = "";
	});
	parser.on("text", (part) => {
		if (segment !== null) segment += part;
	});
	parser.on("closetag", ({ name }) => {
		if (name !== "seg") return;
		const unit = units.at(-1);
		if (unit) unit[language] = segment ?? "";
		segment = null;
	});
	parser.write(text).close();
	return { version, header, units };
}
