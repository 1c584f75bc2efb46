import type { FileComment } from "./file.ts";
import type { Matching } from "./match.ts";
import type { ReturnedAnswer, ReturnedComment, Returning, Said } from "./plan.ts";

interface Commented {
	readonly comments: ReturnedComment[];
	readonly answers: ReturnedAnswer[];
	/** Comments on nothing of ours. */
	readonly loose: readonly FileComment[];
}

/** Without those that were said here: whoever said them and their words are known. */
export function commentsOf(
	comments: readonly FileComment[],
	matchings: readonly [rendering: Matching, source: Matching],
	said: Returning["said"],
): Commented {
	const known = new Set(said.map(saidKey));
	const places = placesOf(matchings);
	const byId = new Map(comments.map((comment) => [comment.id, comment]));
	const fresh = comments.filter((comment) => comment.text !== "" && !known.has(saidKey(comment)));
	const begun = new Map<string, Said[]>();
	const made: Commented & { loose: FileComment[] } = { comments: [], answers: [], loose: [] };
	for (const comment of fresh) {
		const root = rootOf(comment, byId);
		if (root !== comment && known.has(saidKey(root))) {
			made.answers.push({ to: { author: root.author, text: root.text }, said: saidOf(comment) });
			continue;
		}
		const thread = begun.get(root.id);
		if (thread) {
			thread.push(saidOf(comment));
			continue;
		}
		const place = places.get(root.id) ?? places.get(comment.id);
		if (!place) {
			made.loose.push(comment);
			continue;
		}
		const texts = [saidOf(comment)];
		begun.set(root.id, texts);
		made.comments.push({ ...place, said: texts });
	}
	return made;
}

/** Who said it and the words, whatever the blanks between them. */
export const saidKey = ({ author, text }: Pick<Said, "author" | "text">) =>
	`${author}\0${text.replaceAll(/\s+/gu, " ").trim()}`;
const saidOf = ({ author, at, text }: FileComment): Said => ({ author, at, text });

function rootOf(comment: FileComment, byId: ReadonlyMap<string, FileComment>): FileComment {
	let root = comment;
	for (let steps = 0; root.parent !== null && steps < byId.size; steps++)
		root = byId.get(root.parent) ?? root;
	return root;
}

type CommentPlace = Omit<ReturnedComment, "said">;

/** By the file's comments, the sentence that each begins in; one between two sentences is about the one before. */
function placesOf(matchings: readonly [rendering: Matching, source: Matching]): Map<string, CommentPlace> {
	const places = new Map<string, CommentPlace>();
	for (const [index, { found }] of matchings.entries()) {
		const side = index === 0 ? "target" : "source";
		for (const { sentence, place } of found) {
			if (place === null || sentence.kind === "head") continue;
			for (const { id, start, end } of place.paragraph.comments) {
				if (start < place.start && places.has(id)) continue;
				if (start > place.end) continue;
				if (start < place.start && end < place.start) continue;
				const [from, to] = [Math.max(start, place.start), Math.min(end, place.end)];
				const whole = from >= to || (from === place.start && to === place.end);
				const text = place.paragraph.text.slice(from, to);
				places.set(id, {
					kind: sentence.kind === "passage" ? "passage" : "segment",
					side,
					id: sentence.id,
					quote: whole ? null : { text, at: from - place.start },
				});
			}
		}
	}
	return places;
}
