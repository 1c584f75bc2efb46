/** A document's whole log as lines of JSON: a header, each revision with its exact bytes, and an end that tells of all. */
import { z } from "zod";
import { Id } from "./operations/contract.ts";
import { isWellFormedText } from "./text.ts";

export const logFormat = "duizhao-log";
export const logVersion = 1;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const RevisionNumber = z.int().min(1).max(2_147_483_646);
/** As `Date.toISOString` writes it: the hash covers these characters. */
const Time = z.iso.datetime({ precision: 3 });
const Name = z.string().trim().min(1).max(200).refine(isWellFormedText);

/** Most people of one log. */
const maxPeople = 10_000;

/** The first line. `document` is the id that the hashes cover. */
export const LogHeader = z.strictObject({
	format: z.literal(logFormat),
	version: z.literal(logVersion),
	document: Id,
	title: z.string().max(20_000),
	revisions: RevisionNumber,
	exportedAt: Time,
	people: z
		.array(z.strictObject({ id: Id, name: Name }))
		.min(1)
		.max(maxPeople),
});
export type LogHeader = z.infer<typeof LogHeader>;

/** `operation` and `inverse` are texts and not objects: not a byte of what the hash covers is written anew. */
export const LogRevision = z.strictObject({
	number: RevisionNumber,
	at: Time,
	actor: Id,
	undoes: RevisionNumber.nullable(),
	operation: z.string(),
	inverse: z.string(),
	hash: Hash,
});
export type LogRevision = z.infer<typeof LogRevision>;

/** The last line: a file that was cut off has none. */
export const LogEnd = z.strictObject({ end: z.literal(true), revisions: RevisionNumber, hash: Hash });
export type LogEnd = z.infer<typeof LogEnd>;
