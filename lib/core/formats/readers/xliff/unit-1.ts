import { elementsOf, firstOf, textOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { ReadUnit } from "../../reader.ts";
import { type Part, partsOf } from "./segments-1.ts";
import { type StateSigns, stateOf12 } from "./states.ts";
import type { Surroundings } from "./surroundings.ts";

const known = new Set(["source", "target", "seg-source", "note", "alt-trans", "seg-defs"]);

/** `<trans-unit>` of XLIFF 1.2 as units: one for each of its segments. */
export function readTransUnit(tree: XmlTree, around: Surroundings, losses: Losses): ReadUnit[] {
	const { attributes, line } = tree;
	for (const child of elementsOf(tree)) {
		if (child.local === "alt-trans") losses.add("alternativesLeftOut", child.line);
		else if (!known.has(child.local)) losses.add("detailsLeftOut", child.line, child.name);
	}
	if ((attributes["translate"] ?? (around.translate ? "yes" : "no")) === "no")
		losses.add("notTranslated", line);
	const preserve =
		attributes["xml:space"] === undefined ? around.preserve : attributes["xml:space"] === "preserve";
	const read = (part: XmlTree | undefined) => (part === undefined ? [] : partsOf(part, preserve, losses));
	const target = firstOf(tree, "target");
	const segmented = firstOf(tree, "seg-source");
	const cut = read(segmented);
	const targets = read(target);
	const source =
		cut.length > 0 && targets.some(({ mid }) => mid !== null) ? cut : read(firstOf(tree, "source"));
	const sourceLanguage = firstOf(tree, "source")?.attributes["xml:lang"] ?? around.source;
	const targetLanguage = target?.attributes["xml:lang"] ?? around.target;
	const confidences = toolStates(tree);
	const notes = notesOf(tree);
	const pairs = pair(source, targets);
	if (pairs.some(([one, other]) => (one === null) !== (other === null)) && targets.length > 0)
		losses.add("unpairedSegments", line);
	return pairs.map(([one, other], index) => {
		const mid = one?.mid ?? other?.mid ?? null;
		const signs: StateSigns = {
			approved: attributes["approved"],
			state: target?.attributes["state"],
			tool: (mid === null ? undefined : confidences.get(mid)) ?? attributes["mq:status"],
		};
		const state = stateOf12(other !== null && other.text.text !== "", signs);
		const { id } = attributes;
		return {
			line,
			...(id === undefined ? {} : { id: mid === null || pairs.length === 1 ? id : `${id}#${mid}` }),
			variants: [
				{ language: sourceLanguage || "source", segments: one === null ? [] : [one.text] },
				{ language: targetLanguage || "target", segments: other === null ? [] : [other.text] },
			],
			...(state === undefined ? {} : { state }),
			...(index === 0 && notes.length > 0 ? { notes } : {}),
			...(pairs.length > 1 ? { paragraphStart: index === 0 } : {}),
		};
	});
}

/** Segments of both sides by their names; what one side does not have is null, in the place of the other. */
function pair(source: readonly Part[], target: readonly Part[]): (readonly [Part | null, Part | null])[] {
	if (source.length <= 1 && target.length <= 1) return [[source[0] ?? null, target[0] ?? null]];
	const pairs: (readonly [Part | null, Part | null])[] = source.map((one) => [
		one,
		target.find(({ mid }) => mid === one.mid) ?? null,
	]);
	const lone = target.filter(({ mid }) => !source.some((one) => one.mid === mid));
	return [...pairs, ...lone.map((other) => [null, other] as const)];
}

function notesOf(tree: XmlTree): string[] {
	return elementsOf(tree, "note")
		.map((note) => textOf(note).trim())
		.filter((note) => note !== "");
}

/** Trados: `<sdl:seg-defs><sdl:seg id="1" conf="Translated">`. */
function toolStates(tree: XmlTree): ReadonlyMap<string, string> {
	const states = new Map<string, string>();
	for (const definition of elementsOf(tree, "seg-defs").flatMap((list) => elementsOf(list, "seg"))) {
		const { id, conf } = definition.attributes;
		if (id !== undefined && conf !== undefined) states.set(id, conf);
	}
	return states;
}
