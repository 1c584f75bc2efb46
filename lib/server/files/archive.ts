import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import { type Archive, ReadRefusal } from "#lib/core/formats/reader.ts";

/** A Word file has dozens of parts, one with a picture on every page some hundreds. */
const maxEntries = 10_000;
/** Unpacked bytes of one entry: the text of a thousand novels in WordprocessingML, and half of what a reading may use. */
const maxEntrySize = 128 * 1024 * 1024;
/** Unpacked bytes of all entries. */
const maxTotalSize = 512 * 1024 * 1024;
/** Markup shrinks to a tenth, the dullest worksheet to a hundredth; deflate itself ends at 1032. */
const maxRatio = 250;
/** Below this many unpacked bytes no ratio is suspicious: a page of blanks may shrink as far as it will. */
const ratioFloor = 16 * 1024 * 1024;

const localHeaderSize = 30;
const localHeaderSignature = 0x04034b50;
const stored = 0;
const deflated = 8;

const inflate = promisify(inflateRaw);

interface Place {
	readonly entry: Entry;
	readonly name: string;
	/** Where the local header begins, where the data begins and where it ends. */
	readonly header: number;
	readonly start: number;
	readonly end: number;
}

/**
 * A ZIP in memory: the `openArchive` capability of the readers. Everything is decided from the directory before
 * anything is unpacked, entries are unpacked one at a time when they are asked for, and names never reach a disk.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const places = new Map<string, Place>();
	let total = 0;
	for (const entry of await readDirectory(buffer)) {
		const place = placeOf(entry, buffer);
		if (places.has(place.name)) throw new ReadRefusal("archiveNameTwice", { name: shown(place.name) });
		total += checkSizes(place);
		if (total > maxTotalSize) throw new ReadRefusal("archiveTooLarge", { limit: maxTotalSize });
		places.set(place.name, place);
	}
	refuseOverlap([...places.values()]);
	const names = [...places.keys()].filter((name) => !name.endsWith("/"));
	return {
		names,
		async entry(name) {
			const place = places.get(name);
			return place === undefined ? null : await unpack(place, buffer);
		},
	};
}

async function readDirectory(buffer: Buffer): Promise<Entry[]> {
	const entries: Entry[] = [];
	try {
		const zip: ZipFile = await fromBufferPromise(buffer, { decodeStrings: false });
		if (zip.entryCount > maxEntries) {
			throw new ReadRefusal("archiveTooManyEntries", { limit: maxEntries });
		}
		for await (const entry of zip.eachEntry()) entries.push(entry);
	} catch (error) {
		if (error instanceof ReadRefusal) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		if (/encryption/u.test(reason)) throw new ReadRefusal("archiveEncrypted");
		if (/signature not found/u.test(reason)) throw new ReadRefusal("archiveCut");
		throw new ReadRefusal("archiveBroken", { reason });
	}
	return entries;
}

function placeOf(entry: Entry, buffer: Buffer): Place {
	if (entry.isEncrypted()) throw new ReadRefusal("archiveEncrypted");
	const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
	if (isUnsafe(name) || entry.fileNameRaw.some((byte) => byte < 0x20))
		throw new ReadRefusal("archiveUnsafeName", { name: shown(name) });
	if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
		throw new ReadRefusal("archiveMethod", { name: shown(name), method: entry.compressionMethod });
	}
	const header = entry.relativeOffsetOfLocalHeader;
	if (header + localHeaderSize > buffer.length || buffer.readUInt32LE(header) !== localHeaderSignature) {
		throw new ReadRefusal("archiveDamaged", { name: shown(name) });
	}
	const start =
		header + localHeaderSize + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28);
	const end = start + entry.compressedSize;
	if (end > buffer.length) throw new ReadRefusal("archiveDamaged", { name: shown(name) });
	return { entry, name, header, start, end };
}

/** Names as OOXML and OpenDocument have them: relative, with slashes, going only down. */
function isUnsafe(name: string): boolean {
	if (name === "" || name.startsWith("/") || /^[a-z]:/iu.test(name)) return true;
	return /[\p{Cc}\\]/u.test(name) || name.split("/").includes("..");
}

function checkSizes({ entry, name }: Place): number {
	const size = entry.uncompressedSize;
	if (size > maxEntrySize) {
		throw new ReadRefusal("archiveEntryTooLarge", { name: shown(name), limit: maxEntrySize });
	}
	if (size > ratioFloor && size > entry.compressedSize * maxRatio) {
		throw new ReadRefusal("archiveRatio", { name: shown(name), limit: maxRatio });
	}
	return size;
}

/** Entries that share bytes are how a small file unpacks to a huge one without a suspicious entry (Fifield 2019). */
function refuseOverlap(places: readonly Place[]): void {
	const ordered = places.toSorted((one, other) => one.header - other.header);
	let end = 0;
	for (const place of ordered) {
		if (place.header < end) throw new ReadRefusal("archiveOverlap", { name: shown(place.name) });
		end = place.end;
	}
}

/** Stops at the first byte beyond what the directory announced. */
async function unpack({ entry, name, start, end }: Place, buffer: Buffer): Promise<Uint8Array> {
	const packed = buffer.subarray(start, end);
	const size = entry.uncompressedSize;
	let data: Buffer;
	try {
		// One byte more than announced, so that one piece of memory is enough for the honest and too small for the others.
		const room = { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, 64) };
		data = entry.compressionMethod === stored ? packed : await inflate(packed, room);
	} catch (error) {
		const lied = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
		throw new ReadRefusal(lied ? "archiveLies" : "archiveDamaged", { name: shown(name) });
	}
	if (data.length !== size) throw new ReadRefusal("archiveLies", { name: shown(name) });
	if (crc32(data) !== entry.crc32) throw new ReadRefusal("archiveDamaged", { name: shown(name) });
	return data;
}

/** A name as it may be shown to people: nothing in it that moves the cursor. */
function shown(name: string): string {
	return name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, "\u{fffd}").slice(0, 100);
}
