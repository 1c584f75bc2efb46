/** What a person gives for a document: pasted text, uploaded files, and what is said about them. */
import { z } from "zod";
import { type AlignerId, findAligner } from "#lib/core/align/registry.ts";
import { segmentKinds } from "#lib/core/document/model.ts";
import { OriginSchema } from "#lib/core/document/operations/side.ts";
import { paragraphModes } from "#lib/core/text/paragraphs.ts";
import { PlainLine } from "./plain-text.ts";

/** Bytes of an import's body: two sides of a long book. */
export const importLimit = 64 * 1024 * 1024;

export const Kinds = z.record(z.string().regex(/^\d{1,6}$/), z.enum(segmentKinds));
const Language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
/** Ids of uploads are ids like any other. */
const UploadId = z.string().regex(/^[0-9A-Za-z]{12,24}$/);
const ReaderId = z.string().max(40);

/** Pasted text, or a file that was uploaded; `kinds` by the block's place, where a person chose otherwise. */
export const Given = z.union([
	z.strictObject({ text: z.string().min(1), kinds: Kinds.optional() }),
	z.strictObject({ upload: UploadId, format: ReaderId.optional(), kinds: Kinds.optional() }),
]);

const Column = z.int().min(0).max(1_000);
const Columns = z.strictObject({
	sheet: z.string().max(255).optional(),
	header: z.boolean(),
	source: Column.nullable(),
	target: Column.nullable(),
	notes: z.array(Column).max(50).optional(),
});
const GivenFile = z.strictObject({ upload: UploadId, format: ReaderId.optional() });

/** A file that holds both sides. */
export const GivenPairs = z.strictObject({
	upload: UploadId,
	format: ReaderId.optional(),
	/** Languages as the file writes them; null where one side is not wanted. */
	source: z.string().max(100).nullable(),
	target: z.string().max(100).nullable(),
	/** Of a table, its columns. */
	columns: Columns.optional(),
});

const Shared = {
	paragraphs: z.enum(paragraphModes),
	aligner: z.string().refine((id): id is AlignerId => findAligner(id) !== undefined),
};

export const NewDocument = z.strictObject({
	title: PlainLine(1_000).optional(),
	publishedOn: PlainLine(100).nullish(),
	publisher: PlainLine(1_000).nullish(),
	byline: PlainLine(1_000).nullish(),
	sourceLanguage: Language.optional(),
	targetLanguage: Language.optional(),
	source: Given.optional(),
	target: Given.optional(),
	/** Instead of source and target. */
	pairs: GivenPairs.optional(),
	/** Pairs by number of source and target, which came one sentence a line. */
	links: GivenFile.optional(),
	/** Line n of the source belongs to line n of the target: nothing is aligned, and no line is cut. */
	lineByLine: z.boolean().optional(),
	origin: OriginSchema,
	...Shared,
});
export type NewDocument = z.infer<typeof NewDocument>;

/** The text of a side that was pasted; undefined where a file was uploaded, or nothing. */
export function pastedText(given: z.infer<typeof Given> | undefined): string | undefined {
	return given && "text" in given ? given.text : undefined;
}

/** The files that were given, and what each is of the document. */
export function givenUploads({ source, target, pairs, links }: NewDocument): {
	side: "source" | "target" | "both";
	uploadId: string;
}[] {
	if (pairs) return [{ side: "both", uploadId: pairs.upload }];
	const uploads: { side: "source" | "target" | "both"; uploadId: string }[] = [];
	if (source && "upload" in source) uploads.push({ side: "source", uploadId: source.upload });
	if (target && "upload" in target) uploads.push({ side: "target", uploadId: target.upload });
	if (links) uploads.push({ side: "both", uploadId: links.upload });
	return uploads;
}
