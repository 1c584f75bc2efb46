import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ReadRefusal } from "#lib/core/formats/reader.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { patchRecord, renamed, zipOf } from "#tests/core/formats/zip-patches.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

async function refusal(archive: Uint8Array, name?: string): Promise<string> {
	try {
		const opened = await openArchive(archive);
		if (name !== undefined) await opened.entry(name);
	} catch (error) {
		if (error instanceof ReadRefusal) return error.problem.key;
		throw error;
	}
	return "none";
}

test("an archive gives what was put in, by name, and null for any other name", async () => {
	const archive = await openArchive(zipOf({ "word/document.xml": "<文档/>", "空.txt": "" }));
	expect(archive.names).toEqual(["word/document.xml", "空.txt"]);
	expect(text(await archive.entry("word/document.xml"))).toBe("<文档/>");
	expect(text(await archive.entry("空.txt"))).toBe("");
	expect(await archive.entry("document.xml")).toBeNull();
});

test("an archive in the ZIP64 form is read", async () => {
	const archive = await openArchive(zip64("a.txt", "text"));
	expect(text(await archive.entry("a.txt"))).toBe("text");
});

test.each([
	["../../etc/passwd"],
	["word/../../a"],
	["/etc/passwd"],
	["C:/windows"],
	["..\\..\\autorun"],
	["word\\document"],
	["a\nb"],
	["a\u{0}b"],
])("the name %j is refused", async (name) => {
	const placeholder = "n".repeat(name.length);
	expect(await refusal(renamed(zipOf({ [placeholder]: "text" }), placeholder, name))).toBe(
		"archiveUnsafeName",
	);
});

test("a name that comes twice is refused", async () => {
	expect(await refusal(renamed(zipOf({ "a.xml": "1", "b.xml": "2" }), "b.xml", "a.xml"))).toBe(
		"archiveNameTwice",
	);
});

const flags = 8;
const method = 10;
const unpackedSize = 24;
const offset = 42;

test.each([
	["encrypted", { [flags]: { bytes: 2, value: 1 } }, "archiveEncrypted"],
	["strongly encrypted", { [flags]: { bytes: 2, value: 0x41 } }, "archiveEncrypted"],
	["packed by another method", { [method]: { bytes: 2, value: 12 } }, "archiveMethod"],
	["announced smaller than it is", { [unpackedSize]: { bytes: 4, value: 10 } }, "archiveLies"],
	["announced larger than it is", { [unpackedSize]: { bytes: 4, value: 90_000 } }, "archiveLies"],
	["announced at 4 GB", { [unpackedSize]: { bytes: 4, value: 0xfffffffe } }, "archiveEntryTooLarge"],
	["beyond the end of the file", { [offset]: { bytes: 4, value: 0x7fffffff } }, "archiveDamaged"],
	["of another checksum", { 16: { bytes: 4, value: 1 } }, "archiveDamaged"],
] as const)("an entry %s is refused", async (_, fields, key) => {
	const archive = zipOf({ "a.xml": "text ".repeat(5_000) });
	expect(await refusal(patchRecord(archive, 0, fields), "a.xml")).toBe(key);
});

test("entries that share their bytes are refused", async () => {
	const archive = zipOf({ "a.xml": "text", "b.xml": "text" });
	expect(await refusal(patchRecord(archive, 1, { [offset]: { bytes: 4, value: 0 } }))).toBe("archiveOverlap");
});

test("more than ten thousand entries are refused before the first is looked at", async () => {
	const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, ""]));
	expect(await refusal(zipOf(files))).toBe("archiveTooManyEntries");
});

test("many entries that are too much together are refused", async () => {
	const noise = new Uint8Array(120 * 1024 * 1024);
	for (let at = 0; at < noise.length; at += 256) noise[at] = (at >> 8) % 251;
	const one = stuffed("0", noise);
	expect(await refusal(one)).toBe("none");
	const five = joined(Array.from({ length: 5 }, (_, index) => renamed(one, "0", `${index}`)));
	expect(await refusal(five)).toBe("archiveTooLarge");
});

test("4 MB that announce 10 kB and unpack to 4 GB are refused at once and in little memory", async () => {
	const archive = bomb(10_000, 64);
	const before = process.memoryUsage.rss();
	const started = processorTime();
	expect(await refusal(archive, "bomb")).toBe("archiveLies");
	expect(processorTime() - started).toBeLessThan(1_000);
	expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
});

test("42 kB whose thousand entries are all the same bytes are refused", async () => {
	const one = stuffed("0000", new Uint8Array(0), 500_000, deflateRawSync(new Uint8Array(500_000)));
	const archive = joined(
		Array.from({ length: 1_000 }, (_, index) => renamed(one, "0000", `${index + 1000}`)),
	);
	const size = new DataView(archive.buffer, archive.byteOffset).getUint32(archive.length - 6, true);
	const shared = Buffer.concat([one.subarray(0, size / 1_000), archive.subarray(size)]);
	const view = new DataView(shared.buffer, shared.byteOffset, shared.length);
	view.setUint32(shared.length - 6, size / 1_000, true);
	for (let record = size / 1_000; record + 22 < shared.length; record += 50)
		view.setUint32(record + 42, 0, true);
	expect(await refusal(shared)).toBe("archiveOverlap");
});

test("a bomb that announces what it is is refused before it is unpacked", async () => {
	expect(await refusal(bomb(64 * 1024 * 1024, 1))).toBe("archiveRatio");
});

test.each([
	["nothing", new Uint8Array(0), "archiveCut"],
	["no archive", new TextEncoder().encode("PK, said the reader, and went on."), "archiveCut"],
	["a part of an archive", zipOf({ "a.xml": "text" }).slice(0, -30), "archiveCut"],
] as const)("%s is refused", async (_, archive, key) => {
	expect(await refusal(archive)).toBe(key);
});

test("whatever bytes are damaged: the right text, or a refusal", async () => {
	const whole = zipOf({ "word/document.xml": "<a>text</a>".repeat(20), "b.xml": "other" });
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
			async (changes) => {
				const damaged = whole.slice();
				for (const [at, value] of changes) damaged[at] = value;
				try {
					const archive = await openArchive(damaged);
					for (const name of archive.names) {
						expect(["<a>text</a>".repeat(20), "other"]).toContain(text(await archive.entry(name)));
					}
				} catch (error) {
					if (!(error instanceof ReadRefusal)) throw error;
				}
			},
		),
	);
});

/** An archive of one entry, by hand: fflate would need the unpacked bytes in memory. */
function stuffed(
	name: string,
	content: Uint8Array,
	announced = content.length,
	packed = content,
): Uint8Array {
	const method = packed === content ? 0 : 8;
	const nameBytes = new TextEncoder().encode(name);
	const sizes = [0, packed.length, announced];
	const local = [
		...u32(0x04034b50),
		...u16(20, 0, method, 0, 0),
		...sizes.flatMap(u32),
		...u16(nameBytes.length, 0),
	];
	const central = [
		...u32(0x02014b50),
		...u16(20, 20, 0, method, 0, 0),
		...sizes.flatMap(u32),
		...u16(nameBytes.length, 0, 0, 0, 0),
		...u32(0),
		...u32(0),
	];
	const start = local.length + nameBytes.length + packed.length;
	const end = [
		...u32(0x06054b50),
		...u16(0, 0, 1, 1),
		...u32(central.length + nameBytes.length),
		...u32(start),
		...u16(0),
	];
	return Buffer.concat([
		Buffer.from(local),
		nameBytes,
		packed,
		Buffer.from(central),
		nameBytes,
		Buffer.from(end),
	]);
}

/** Archives of one entry behind one another as one archive. */
function joined(archives: readonly Uint8Array[]): Uint8Array {
	const bodies: Uint8Array[] = [];
	const records: Uint8Array[] = [];
	let at = 0;
	for (const archive of archives) {
		const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
		const directory = view.getUint32(archive.length - 6, true);
		const record = archive.slice(directory, -22);
		new DataView(record.buffer).setUint32(offset, at, true);
		bodies.push(archive.subarray(0, directory));
		records.push(record);
		at += directory;
	}
	const size = records.reduce((sum, record) => sum + record.length, 0);
	const end = [
		...u32(0x06054b50),
		...u16(0, 0, records.length, records.length),
		...u32(size),
		...u32(at),
		...u16(0),
	];
	return Buffer.concat([...bodies, ...records, Buffer.from(end)]);
}

/** One entry that says it is `announced` bytes long and unpacks to `blocks` times 64 MiB. */
function bomb(announced: number, blocks: number): Uint8Array {
	const block = deflateRawSync(new Uint8Array(64 * 1024 * 1024), { level: 9, finishFlush: 3 });
	return stuffed(
		"bomb",
		new Uint8Array(0),
		announced,
		Buffer.concat(Array.from({ length: blocks }, () => block)),
	);
}

function zip64(name: string, content: string): Uint8Array {
	const bytes = new TextEncoder().encode(content);
	const plain = stuffed(name, bytes);
	const directory = new DataView(plain.buffer, plain.byteOffset).getUint32(plain.length - 6, true);
	const record = plain.slice(directory, -22);
	const view = new DataView(record.buffer);
	view.setUint32(20, 0xffffffff, true);
	view.setUint32(24, 0xffffffff, true);
	view.setUint16(30, 20, true);
	const extra = [...u16(1, 16), ...u64(bytes.length), ...u64(bytes.length)];
	const size = record.length + extra.length;
	const end64 = [
		...u32(0x06064b50),
		...u64(44),
		...u16(45, 45),
		...u32(0),
		...u32(0),
		...u64(1),
		...u64(1),
		...u64(size),
		...u64(directory),
	];
	const locator = [...u32(0x07064b50), ...u32(0), ...u64(directory + size), ...u32(1)];
	const end = [
		...u32(0x06054b50),
		...u16(0, 0, 0xffff, 0xffff),
		...u32(0xffffffff),
		...u32(0xffffffff),
		...u16(0),
	];
	const crc = Buffer.from(zipOf({ [name]: content })).subarray(14, 18);
	record.set(crc, 16);
	return Buffer.concat([
		plain.subarray(0, directory),
		record,
		Buffer.from(extra),
		Buffer.from(end64),
		Buffer.from(locator),
		Buffer.from(end),
	]);
}

const u16 = (...values: number[]) => values.flatMap((value) => [value & 255, value >>> 8]);
const u32 = (value: number) => [...u16(value & 0xffff, value >>> 16)];
const u64 = (value: number) => [...u32(value), ...u32(0)];
