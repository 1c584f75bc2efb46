/** What a term may be, as people and files give it. */
import { z } from "zod";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { type ConvertScript, loadConverter } from "#lib/core/scripts/convert.ts";
import { renderingStatuses, type Term } from "#lib/core/terms/term.ts";
import { termOrigins } from "#lib/core/terms/wire.ts";
import { newId } from "../new-id.ts";
import { PlainLine } from "../plain-text.ts";

/** Longest texts, in UTF-16 code units. */
export const longestTerm = 100;
const longestRendering = 300;
const longestDomain = 60;
const longestNote = 1_000;
const longestAuthority = 300;
/** Renderings of one term. */
export const mostRenderings = 40;
/** Every check of a text looks for all of them. */
export const mostTerms = 20_000;

/** A line that may be empty. */
const OptionalLine = (longest: number) => z.union([z.literal(""), PlainLine(longest)]);
const Note = z
	.string()
	.max(longestNote)
	.refine(isWellFormedText, { error: "text-not-wellformed" })
	.transform((text) => text.trim());

const Rendering = z
	.strictObject({
		text: PlainLine(longestRendering),
		status: z.enum(renderingStatuses),
		note: Note,
		authority: OptionalLine(longestAuthority),
		alwaysWrong: z.boolean(),
	})
	// Only what is forbidden can be wrong wherever it stands.
	.transform((one) => ({ ...one, alwaysWrong: one.alwaysWrong && one.status === "forbidden" }));

/** One of the two scripts may be left empty: it is converted from the other. */
const fields = {
	simplified: OptionalLine(longestTerm),
	traditional: OptionalLine(longestTerm),
	domain: OptionalLine(longestDomain),
	note: Note,
	renderings: z
		.array(Rendering)
		.max(mostRenderings)
		.refine((all) => all.filter(({ status }) => status === "preferred").length <= 1)
		.refine((all) => new Set(all.map(({ text }) => text)).size === all.length),
};
const hasSource = ({ simplified, traditional }: { simplified: string; traditional: string }) =>
	simplified !== "" || traditional !== "";

export const TermWords = z.strictObject(fields).refine(hasSource, { path: ["simplified"] });
export type TermWords = z.infer<typeof TermWords>;

export const NewTerm = z
	.strictObject({
		...fields,
		/** Of a term that was deleted, so that it is the same again. */
		id: z
			.string()
			.regex(/^[0-9A-Za-z_-]{1,64}$/)
			.optional(),
		origin: z.enum(termOrigins).optional(),
	})
	.refine(hasSource, { path: ["simplified"] });
export type NewTerm = z.infer<typeof NewTerm>;

const Version = z.int().min(1);
/** A change names the version of the term that it was made upon. */
export const TermChange = z
	.strictObject({ ...fields, version: Version })
	.refine(hasSource, { path: ["simplified"] });
export type TermChange = z.infer<typeof TermChange>;
export const TermRemoval = z.strictObject({ version: Version });
export type TermRemoval = z.infer<typeof TermRemoval>;

let toSimplified: Promise<ConvertScript> | null = null;
let toTraditional: Promise<ConvertScript> | null = null;

/** A term with both scripts: the one that was left empty is converted from the other. */
export async function withBothScripts(words: TermWords, id = newId()): Promise<Term> {
	const { simplified, traditional, domain, note, renderings } = words;
	const rest = { domain, note, renderings };
	if (simplified !== "" && traditional !== "") return { id, simplified, traditional, ...rest };
	if (simplified !== "") {
		toTraditional ??= loadConverter("zh-Hant");
		return { id, simplified, traditional: (await toTraditional)(simplified), ...rest };
	}
	toSimplified ??= loadConverter("zh-Hans");
	return { id, simplified: (await toSimplified)(traditional), traditional, ...rest };
}
