import { extensionOf } from "../../extension.ts";
import { type FileSource, ReadRefusal } from "../../reader.ts";

/** What a file is, from its first bytes: an OOXML file of one of the three kinds, or something to be told about. */
export type Container = "word" | "xl" | "ppt" | "openDocument" | "zip" | "ole" | "rtf" | null;

const zipSignature = "PK\u{3}\u{4}";
const oleSignature = "\u{d0}\u{cf}\u{11}\u{e0}\u{a1}\u{b1}\u{1a}\u{e1}";

export function containerOf(head: Uint8Array): Container {
	const start = latin(head.subarray(0, 16));
	if (start.startsWith(oleSignature)) return "ole";
	if (start.startsWith("{\\rtf")) return "rtf";
	if (!start.startsWith(zipSignature)) return null;
	const text = latin(head);
	if (text.startsWith("mimetypeapplication/vnd.oasis.opendocument", 30)) return "openDocument";
	for (let at = 0; at !== -1; at = text.indexOf(zipSignature, at + 4)) {
		const folder = /^(word|xl|ppt)\//u.exec(text.slice(at + 30, at + 40))?.[1];
		if (folder === "word" || folder === "xl" || folder === "ppt") return folder;
	}
	return "zip";
}

/** Refuses, with what to do instead, what is not the container of an OOXML file. */
export function refuseOtherContainers(file: Pick<FileSource, "name" | "head">, bytes: Uint8Array): void {
	const container = containerOf(file.head);
	if (container === "ole") throw new ReadRefusal(oleKey(bytes, extensionOf(file.name)));
	if (container === "rtf") throw new ReadRefusal("officeRtf");
	if (container === "openDocument") throw new ReadRefusal("officeOpenDocument");
	if (container === "ppt") throw new ReadRefusal("officeSlides");
	if (container === null) throw new ReadRefusal("officeNoArchive");
}

/** An OLE file names its streams in UTF-16: a protected OOXML file holds one called "EncryptedPackage". */
function oleKey(bytes: Uint8Array, extension: string): string {
	if (holds(bytes, "EncryptedPackage")) return "officeEncrypted";
	if (holds(bytes, "WordDocument") || extension === "doc") return "officeOldWord";
	return holds(bytes, "Workbook") || extension === "xls" ? "officeOldSheet" : "officeOld";
}

function holds(bytes: Uint8Array, name: string): boolean {
	const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
	const [first = 0] = wanted;
	for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
		if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
	}
	return false;
}

function latin(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += 4096) {
		text += String.fromCharCode(...bytes.subarray(at, at + 4096));
	}
	return text;
}
