import fc from "fast-check";
import type { Deliverable, DeliverPassage, DeliverSegment } from "#lib/core/formats/deliverable.ts";
import { articleWith, passage, segment } from "#tests/core/formats/articles.ts";

/** Sentences of a harbour town, each with the source it renders. */
const pool = [
	["港口醒得很早。", "The harbour wakes early."],
	["第一班渡船六点开。", "The first ferry leaves at six."],
	["船长认识每一个乘客。", "The captain knows every passenger by name."],
	["雾里传来铃声。", "A bell sounds in the fog."],
	["渔民在码头上修网。", "Fishermen mend their nets on the quay, “as always”."],
	["孩子们数着海鸥。", "Children count the gulls & lose count."],
	["中午市场关门。", "At noon the market closes."],
	["后来下起了雨。", "Later it began to rain; nobody minded."],
	["灯塔还亮着。", "The lighthouse is still lit."],
	["夜里一切都安静了。", "At night everything is quiet."],
] as const;

/** One thing that somebody does to a document between two versions. */
type Step =
	| { readonly is: "edit"; readonly at: number; readonly word: string }
	| { readonly is: "split" | "join" | "paragraph" | "remove" | "empty"; readonly at: number }
	| { readonly is: "add"; readonly at: number; readonly sentence: number }
	| { readonly is: "move" | "part"; readonly at: number; readonly to: number };

const place = fc.nat({ max: 40 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		is: fc.constant("edit" as const),
		at: place,
		word: fc.constantFrom("grey", "old", "", "very, very"),
	}),
	fc.record({ is: fc.constantFrom("split" as const, "join", "paragraph", "remove", "empty"), at: place }),
	fc.record({ is: fc.constant("add" as const), at: place, sentence: fc.nat({ max: pool.length - 1 }) }),
	fc.record({ is: fc.constantFrom("move" as const, "part"), at: place, to: place }),
);

interface Growing {
	passages: { id: string; source: DeliverSegment[]; target: DeliverSegment[] }[];
	readonly kinships: { fromId: string; toId: string }[];
	readonly at: string;
}

function changed(growing: Growing, step: Step): void {
	const { passages } = growing;
	const row = passages[step.at % Math.max(1, passages.length)];
	if (step.is === "add") {
		const [zh, en] = pool[step.sentence] ?? pool[0];
		const made = passage(
			[segment(zh, { draft: null })],
			[segment(en, { paragraphStart: step.at % 2 === 0 })],
		);
		passages.splice(step.at % (passages.length + 1), 0, {
			...made,
			source: [...made.source],
			target: [...made.target],
		});
		return;
	}
	if (!row) return;
	const first = row.target[0];
	if (step.is === "remove") passages.splice(passages.indexOf(row), 1);
	else if (step.is === "move") {
		passages.splice(passages.indexOf(row), 1);
		passages.splice(step.to % (passages.length + 1), 0, row);
	} else if (step.is === "part") {
		const other = passages[step.to % passages.length];
		const last = row.target.pop();
		if (last && other) other.target.push(last);
	} else if (!first) return;
	else if (step.is === "edit")
		row.target[0] = edited(first, first.text.replace(/\w+/u, step.word), growing.at);
	else if (step.is === "empty") row.target[0] = edited(first, "", growing.at);
	else if (step.is === "paragraph") row.target[0] = { ...first, paragraphStart: !first.paragraphStart };
	else if (step.is === "split") {
		const half = Math.floor(first.text.length / 2);
		const tail = segment(first.text.slice(half), { paragraphStart: step.at % 3 === 0 });
		growing.kinships.push({ fromId: first.id, toId: tail.id });
		row.target.splice(0, 1, { ...first, text: first.text.slice(0, half) }, tail);
	} else {
		const second = row.target[1];
		if (!second) return;
		growing.kinships.push({ fromId: second.id, toId: first.id });
		row.target.splice(0, 2, { ...first, text: `${first.text} ${second.text}` });
	}
}

function edited(one: DeliverSegment, text: string, at: string): DeliverSegment {
	return { ...one, text, history: [...one.history, { text, author: "Lin Wen", at }] };
}

export interface TwoVersions {
	readonly before: Deliverable;
	/** With `before` as its earlier version. */
	readonly after: Deliverable;
}

/** Two versions of a document that share sentences as a real one's do: edited, split, joined, moved, come, gone. */
export const anyVersions: fc.Arbitrary<TwoVersions> = fc
	.record({
		sentences: fc.array(
			fc.record({
				sentence: fc.nat({ max: pool.length - 1 }),
				start: fc.boolean(),
				kind: fc.constantFrom("body", "body", "heading", "item"),
			}),
			{ maxLength: 9 },
		),
		steps: fc.array(anyStep, { maxLength: 8 }),
		title: fc.constantFrom("Harbour", "A harbour", ""),
	})
	.map(({ sentences, steps, title }) => {
		const passages: DeliverPassage[] = sentences.map(({ sentence, start, kind }) => {
			const [zh, en] = pool[sentence] ?? pool[0];
			const of = { paragraphStart: start, kind: kind as "body" };
			return passage([segment(zh, { ...of, draft: null })], [segment(en, of)]);
		});
		const before = articleWith(passages, { title: "Harbour", byline: null });
		const growing: Growing = {
			passages: passages.map(({ id, source, target }) => ({ id, source: [...source], target: [...target] })),
			kinships: [],
			at: "2024-06-01T10:00:00.000Z",
		};
		for (const step of steps) changed(growing, step);
		const later = growing.passages.filter(({ source, target }) => source.length + target.length > 0);
		const after = articleWith(
			later.map((row, index) => ({ ...row, number: index + 1, state: "edited", link: "automatic" })),
			{ title, byline: null, identity: { documentId: "document0000000000ab", number: 7 } },
		);
		const { publishedOn, publisher, byline } = before;
		const earlier = {
			title: before.title,
			publishedOn,
			publisher,
			byline,
			passages,
			kinships: growing.kinships,
		};
		return { before, after: { ...after, earlier, touched: {} } };
	});
