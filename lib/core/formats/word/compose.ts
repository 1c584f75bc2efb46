import type { Side } from "#lib/core/document/model.ts";
import { type Deliverable, type Earlier, headOf, paragraphsOf, type Trace } from "../deliverable.ts";
import { commentsOf } from "./comments.ts";
import type { WordDocument, WordParagraph } from "./document.ts";
import { familiesOf } from "./pair-pieces.ts";
import { type Anchored, paragraphsFrom } from "./paragraphs.ts";
import { redline } from "./redline.ts";
import { forWord, type Piece, streamOf } from "./stream.ts";
import { wordStyle } from "./style.ts";
import { columnsOf } from "./table.ts";
import { propertiesOf, tagAround } from "./tags.ts";

export interface Composing {
	/** Every change since the earlier version, else the version as it is. */
	readonly tracked: boolean;
	/** Who stands for a change whose history does not say. */
	readonly unknown: Trace;
	readonly label: (key: string) => string;
}

/** Everything that both layouts write with. */
export interface Context {
	readonly article: Deliverable;
	readonly earlier: Pick<Earlier, "title" | "publishedOn" | "publisher" | "byline" | "passages">;
	/** Paragraphs of a stretch of one side, with tags and comments. */
	readonly write: (before: readonly Piece[], after: readonly Piece[], writing: Writing) => WordParagraph[];
	readonly touched: (id: string) => Trace;
	readonly label: (key: string) => string;
}

export interface Writing {
	readonly side: Side | "head";
	readonly cell: boolean;
}

/** An article, or both sides in columns, as a Word document that says which version it is. */
export function composeWord(article: Deliverable, composing: Composing): WordDocument {
	const columns = article.layout === "columns";
	const shown = new Map(
		article.passages
			.flatMap(({ source, target }) => (columns ? [...source, ...target] : target))
			.filter(({ text }) => text.trim() !== "")
			.map((segment) => [segment.id, segment]),
	);
	const { comments, anchors } = commentsOf(article, shown);
	const context = contextOf(article, composing, anchors);
	const head = [headPieces({ ...article, ...context.earlier }), headPieces(article)] as const;
	const targetOf = (version: Pick<Deliverable, "passages">) =>
		streamOf(paragraphsOf(version, "target"), article.targetLanguage);
	const blocks = columns
		? [...context.write(...head, { side: "head", cell: false }), columnsOf(context)]
		: context.write([...head[0], ...targetOf(context.earlier)], [...head[1], ...targetOf(article)], {
				side: "target",
				cell: false,
			});
	return {
		title: forWord(article.title),
		language: article.targetLanguage,
		codes: article.codes ?? {},
		blocks,
		comments: comments.map((comment) => ({ ...comment, text: forWord(comment.text) })),
		properties: article.identity
			? propertiesOf({ ...article.identity, layout: article.layout ?? "article" })
			: {},
	};
}

function contextOf(
	article: Deliverable,
	{ tracked, unknown, label }: Composing,
	anchors: ReadonlyMap<string, readonly Anchored[]>,
): Context {
	const earlier = !tracked ? article : (article.earlier ?? asDrafted(article));
	const families = familiesOf(tracked ? (article.earlier?.kinships ?? []) : []);
	const histories = new Map(
		(tracked ? article.passages : [])
			.flatMap(({ source, target }) => [...source, ...target])
			.map(({ id, history }) => [id, history]),
	);
	const history = (id: string) => histories.get(id) ?? [];
	const touched = (id: string) => article.touched?.[id] ?? history(id).at(-1) ?? unknown;
	return {
		article,
		earlier,
		touched,
		label,
		write: (before, after, { side, cell }) => {
			const language = side === "source" ? article.sourceLanguage : article.targetLanguage;
			const items = redline({ before, after, families, language, history, touched, cell });
			const lengths = new Map(after.map(({ id, text }) => [id, text.length]));
			return paragraphsFrom(items, (id) => [
				...(article.identity ? tagsOf(id, side, lengths.get(id) ?? 0) : []),
				...(anchors.get(id) ?? []),
			]);
		},
	};
}

/** The head has ids that no segment has: they are too short. */
function tagsOf(id: string, side: Side | "head", length: number): Anchored[] {
	const kind = id === "title" || id === "dateline" || side === "head" ? "head" : side;
	return tagAround({ kind, id }, length);
}

/** What the description says above the text. */
function headPieces(article: Parameters<typeof headOf>[0]): Piece[] {
	return headOf(article).map(({ kind, text }) => ({
		id: kind === "title" ? "title" : "dateline",
		text: forWord(text),
		gap: { is: "mark", style: wordStyle(kind, text) },
	}));
}

/** As if nobody had changed a rendering. */
function asDrafted(article: Deliverable): Deliverable {
	return {
		...article,
		passages: article.passages.map((passage) => ({
			...passage,
			target: passage.target.map((segment) => ({ ...segment, text: segment.draft ?? "" })),
		})),
	};
}
