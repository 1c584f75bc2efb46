import { type Archive, type ReaderCapabilities, ReadRefusal } from "../../reader.ts";
import { readPart } from "./read-part.ts";

export interface Relationship {
	readonly id: string;
	/** The last step of its type: "hyperlink", "footnotes", "image". */
	readonly type: string;
	/** Name of a part, or for what is outside of the file its address as text. It is never opened. */
	readonly target: string;
	readonly external: boolean;
}

export interface OfficePackage {
	/** Null where there is no part of that name; names differ in case only by mistake, and are found all the same. */
	part(name: string): Promise<Uint8Array | null>;
	/** Relationships of a part, of the package itself for "". Without any where their list is missing or broken. */
	relationships(part: string): Promise<readonly Relationship[]>;
	/** Parts whose list of relationships could not be read. */
	readonly brokenRelationships: readonly string[];
	readonly names: readonly string[];
}

export async function openPackage(
	bytes: Uint8Array,
	capabilities: ReaderCapabilities,
): Promise<OfficePackage> {
	const archive = await capabilities.openArchive(bytes);
	const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
	const broken: string[] = [];
	const part = (name: string) => entryOf(archive, names.get(name.toLowerCase()));
	return {
		part,
		names: archive.names,
		brokenRelationships: broken,
		async relationships(of) {
			const slash = of.lastIndexOf("/") + 1;
			const name = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
			const list = await part(name);
			if (list === null) return [];
			try {
				return readRelationships(list, name, of.slice(0, slash), capabilities);
			} catch (error) {
				if (!(error instanceof ReadRefusal)) throw error;
				broken.push(name);
				return [];
			}
		},
	};
}

async function entryOf(archive: Archive, name: string | undefined): Promise<Uint8Array | null> {
	return name === undefined ? null : await archive.entry(name);
}

function readRelationships(
	bytes: Uint8Array,
	name: string,
	folder: string,
	capabilities: ReaderCapabilities,
): Relationship[] {
	const found: Relationship[] = [];
	readPart(
		bytes,
		name,
		{
			open(tag) {
				if (tag.name !== "rel:Relationship") return;
				const target = tag.attribute("Target") ?? "";
				const external = tag.attribute("TargetMode") === "External";
				found.push({
					id: tag.attribute("Id") ?? "",
					type: (tag.attribute("Type") ?? "").replace(/^.*\//u, ""),
					target: external ? target : resolve(folder, target),
					external,
				});
			},
		},
		capabilities,
	);
	return found;
}

/** The name of a part from where its relationship stands; never above the root, which has no names. */
function resolve(folder: string, target: string): string {
	const steps: string[] = [];
	for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
		if (step === "..") steps.pop();
		else if (step !== "" && step !== ".") steps.push(step);
	}
	return steps.join("/");
}
