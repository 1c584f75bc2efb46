import type { Side } from "#lib/core/document/model.ts";
import { type DeliverPassage, paragraphsOf, type Trace } from "../deliverable.ts";
import type { Context } from "./compose.ts";
import type { WordCell, WordChange, WordParagraph, WordRow, WordTable } from "./document.ts";
import { pairPieces } from "./pair-pieces.ts";
import { type Piece, streamOf } from "./stream.ts";
import { tagAround } from "./tags.ts";

/** Source and rendering side by side, one passage a row. A passage that changed its place is deleted and inserted. */
export function columnsOf(context: Context): WordTable {
	const { article, earlier, label } = context;
	const old = earlier.passages.filter(isShown);
	const now = article.passages.filter(isShown);
	const rows: WordRow[] = [];
	let [at, afterAt] = [0, 0];
	const apart = (end: number, afterEnd: number) => {
		for (const passage of old.slice(at, end)) rows.push(rowOf(context, passage, null));
		for (const passage of now.slice(afterAt, afterEnd)) rows.push(rowOf(context, null, passage));
		[at, afterAt] = [end, afterEnd];
	};
	for (const { start, afterStart } of pairPieces(old.map(asPiece), now.map(asPiece), new Map())) {
		apart(start, afterStart);
		rows.push(rowOf(context, old[start] ?? null, now[afterStart] ?? null));
		[at, afterAt] = [start + 1, afterStart + 1];
	}
	apart(old.length, now.length);
	return { is: "table", head: [label("deliver.table.source"), label("deliver.table.target")], rows };
}

function isShown({ source, target }: DeliverPassage): boolean {
	return source.length + target.length > 0;
}

function asPiece({ id, source, target }: DeliverPassage): Piece {
	const text = [...source, ...target].map((segment) => segment.text).join("");
	return { id, text, gap: { is: "space", text: "" } };
}

function rowOf(context: Context, old: DeliverPassage | null, now: DeliverPassage | null): WordRow {
	const { sourceLanguage, targetLanguage } = context.article;
	const change = old && now ? null : changeOf(context, old, now);
	return {
		change,
		cells: [
			cellOf(context, old, now, { side: "source", language: sourceLanguage }),
			cellOf(context, old, now, { side: "target", language: targetLanguage }),
		],
	};
}

function changeOf({ touched }: Context, old: DeliverPassage | null, now: DeliverPassage | null): WordChange {
	const traces = [...((old ?? now)?.source ?? []), ...((old ?? now)?.target ?? [])].map(({ id }) =>
		touched(id),
	);
	const latest = traces.reduce<Trace>((a, b) => (a.at < b.at ? b : a), traces[0] ?? touched(""));
	return { ...latest, kind: now ? "inserted" : "deleted" };
}

function cellOf(
	{ write, article }: Context,
	old: DeliverPassage | null,
	now: DeliverPassage | null,
	{ side, language }: { readonly side: Side; readonly language: string },
): WordCell {
	const [before, after] = [old, now].map((passage) =>
		streamOf(passage ? paragraphsOf({ passages: [passage] }, side) : [], language),
	);
	const paragraphs = write(before ?? [], after ?? [], { side, cell: true });
	const empty = now !== null && side === "target" && (after ?? []).length === 0;
	return { language, paragraphs: empty && article.identity ? tagged(paragraphs, now.id) : paragraphs };
}

/** A rendering that somebody types into an empty cell is found by its passage. */
function tagged([first, ...others]: readonly WordParagraph[], passageId: string): WordParagraph[] {
	if (!first) return [];
	const tags = tagAround({ kind: "passage", id: passageId }, 0).map(({ anchor }) => anchor);
	return [{ ...first, content: [...tags, ...first.content] }, ...others];
}
