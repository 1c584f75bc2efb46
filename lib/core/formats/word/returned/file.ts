import { type FileSource, type ReaderCapabilities, ReadRefusal } from "../../reader.ts";
import { refuseOtherContainers } from "../../readers/office/container.ts";
import { type OfficePackage, openPackage } from "../../readers/office/package.ts";
import { type PartTag, readPart } from "../../readers/office/read-part.ts";
import { type FileIdentity, identityIn } from "../tags.ts";
import { type FileBody, readBody } from "./body.ts";

export interface FileComment {
	readonly id: string;
	readonly author: string;
	/** ISO 8601; null where the file does not say. */
	readonly at: string | null;
	readonly text: string;
	/** Id of the comment that it answers. */
	readonly parent: string | null;
	readonly resolved: boolean;
}

/** A Word file that came back, as far as it matters to the document it came from. */
export interface ReturnedFile extends FileBody {
	readonly identity: FileIdentity | null;
	readonly comments: readonly FileComment[];
	/** Footnotes, endnotes, headers and footers: we write none. */
	readonly beside: readonly string[];
}

/** Bytes of the packed file. */
const maxSize = 200 * 1024 * 1024;

/** Throws `ReadRefusal` for what is no Word document, a broken or a dangerous one. */
export async function readReturned(
	file: FileSource,
	capabilities: ReaderCapabilities,
): Promise<ReturnedFile> {
	const bytes = await file.bytes(maxSize);
	refuseOtherContainers(file, bytes);
	const archive = await openPackage(bytes, capabilities);
	const roots = await archive.relationships("");
	const main = roots.find(({ type, external }) => type === "officeDocument" && !external);
	const name = main?.target ?? "word/document.xml";
	const document = await archive.part(name);
	if (document === null) throw new ReadRefusal("docxNoDocument", { part: name });
	const identity = identityIn(await propertiesOf(archive, capabilities));
	const body = readBody(document, name, capabilities);
	const comments = await commentsOf(archive, name, capabilities);
	return { ...body, identity, comments, beside: await besideOf(archive, name, capabilities) };
}

const besideTypes: ReadonlySet<string> = new Set(["footnotes", "endnotes", "header", "footer"]);

async function besideOf(
	archive: OfficePackage,
	main: string,
	capabilities: ReaderCapabilities,
): Promise<string[]> {
	const texts: string[] = [];
	for (const { type, target, external } of await archive.relationships(main)) {
		const part = external || !besideTypes.has(type) ? null : await archive.part(target);
		if (part === null) continue;
		const { paragraphs } = readBody(part, target, capabilities);
		texts.push(...paragraphs.map(({ text }) => text.trim()).filter((text) => text !== ""));
	}
	return [...new Set(texts)];
}

async function propertiesOf(
	archive: OfficePackage,
	capabilities: ReaderCapabilities,
): Promise<Map<string, string>> {
	const part = await archive.part("docProps/custom.xml");
	const found = new Map<string, string>();
	if (part === null) return found;
	let name = "";
	const handlers = {
		open(tag: PartTag) {
			if (tag.name === "cp:property") name = tag.attribute("name") ?? "";
		},
		text(value: string) {
			if (name !== "") found.set(name, (found.get(name) ?? "") + value);
		},
		close(closed: string) {
			if (closed === "cp:property") name = "";
		},
	};
	readPart(part, "docProps/custom.xml", handlers, capabilities);
	return found;
}

interface Thread {
	readonly parent: string | null;
	readonly resolved: boolean;
}

async function commentsOf(
	archive: OfficePackage,
	main: string,
	capabilities: ReaderCapabilities,
): Promise<FileComment[]> {
	const relationships = await archive.relationships(main);
	const partOf = async (type: string, usual: string) =>
		await archive.part(relationships.find((one) => one.type === type && !one.external)?.target ?? usual);
	const part = await partOf("comments", "word/comments.xml");
	if (part === null) return [];
	const threads = threadsIn(await partOf("commentsExtended", "word/commentsExtended.xml"), capabilities);
	const read = commentsIn(part, capabilities);
	const byParagraph = new Map(read.map(({ id, paragraph }) => [paragraph, id]));
	return read.map(({ paragraph, ...comment }) => {
		const thread = threads.get(paragraph);
		const parent = thread?.parent ? (byParagraph.get(thread.parent) ?? null) : null;
		return { ...comment, parent: parent === comment.id ? null : parent, resolved: thread?.resolved ?? false };
	});
}

/** `paragraph` names the last paragraph of a comment, by which threads know it. */
type ReadComment = Omit<FileComment, "parent" | "resolved"> & { readonly paragraph: string };

function commentsIn(part: Uint8Array, capabilities: ReaderCapabilities): ReadComment[] {
	const comments: ReadComment[] = [];
	let lines: string[] | null = null;
	let inText = false;
	const change = (fields: Partial<ReadComment>) => {
		const last = comments.pop();
		if (last) comments.push({ ...last, ...fields });
	};
	const handlers = {
		open(tag: PartTag) {
			if (tag.name === "w:comment") {
				const time = Date.parse(tag.attribute("w:date") ?? "");
				comments.push({
					id: tag.attribute("w:id") ?? "",
					author: (tag.attribute("w:author") ?? "").trim(),
					at: Number.isNaN(time) ? null : new Date(time).toISOString(),
					text: "",
					paragraph: "",
				});
				lines = [];
			} else if (tag.name === "w:p") {
				lines?.push("");
				change({ paragraph: tag.attribute("w14:paraId") ?? "" });
			}
			inText = tag.name === "w:t";
			if (tag.name === "w:br" || tag.name === "w:tab")
				lines?.push(`${lines.pop() ?? ""}${tag.name === "w:br" ? "\n" : "\t"}`);
		},
		text(value: string) {
			if (inText) lines?.push((lines.pop() ?? "") + value);
		},
		close(name: string) {
			inText = false;
			if (name !== "w:comment") return;
			change({ text: (lines ?? []).join("\n").trim() });
			lines = null;
		},
	};
	readPart(part, "comments", handlers, capabilities);
	return comments;
}

function threadsIn(part: Uint8Array | null, capabilities: ReaderCapabilities): Map<string, Thread> {
	const threads = new Map<string, Thread>();
	if (part === null) return threads;
	const open = (tag: PartTag) => {
		if (tag.name !== "w15:commentEx") return;
		threads.set(tag.attribute("w15:paraId") ?? "", {
			parent: tag.attribute("w15:paraIdParent") ?? null,
			resolved: tag.attribute("w15:done") === "1",
		});
	};
	readPart(part, "commentsExtended", { open }, capabilities);
	return threads;
}
