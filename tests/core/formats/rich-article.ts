import type { Deliverable, DeliverSegment } from "#lib/core/formats/deliverable.ts";
import { codeKinds, type InlineCode, markOf } from "#lib/core/formats/marked-text.ts";
import { articleWith, passage, segment } from "./articles.ts";

/** A document's codes, numbered as they are made. */
class Marks {
	readonly codes: Record<number, InlineCode> = {};
	#count = 0;

	around(kind: InlineCode["kind"], text: string, value?: string): string {
		const start = this.#add({ kind, part: "start", ...(value === undefined ? {} : { value }) });
		return `${start}${text}${this.#add({ kind, part: "end" })}`;
	}

	alone(kind: InlineCode["kind"], value?: string): string {
		return this.#add({ kind, part: "alone", ...(value === undefined ? {} : { value }) });
	}

	#add(code: InlineCode): string {
		this.codes[this.#count] = code;
		this.#count += 1;
		return markOf(this.#count - 1);
	}
}

const made = new Marks();
const aloneKinds: ReadonlySet<string> = new Set(["footnote", "image", "break", "character", "other", "link"]);
const everyLook = codeKinds
	.filter((kind) => !aloneKinds.has(kind))
	.map((kind) => made.around(kind, `in ${kind}`))
	.join(", ");

type Kind = DeliverSegment["kind"];
const pair = (
	kind: Kind,
	sources: readonly string[],
	targets: readonly string[],
	starts = true,
	fields: Partial<ReturnType<typeof passage>> = {},
) => ({
	...passage(
		sources.map((text, index) => segment(text, { kind, draft: null, paragraphStart: starts && index === 0 })),
		targets.map((text, index) => segment(text, { kind, paragraphStart: starts && index === 0 })),
	),
	...fields,
});

const confirmed = { link: "confirmed", state: "reviewed" } as const;

/** Everything that a document can hold: all kinds, all codes, several sentences, a rendering that is missing. */
export const rich: Deliverable = articleWith(
	[
		pair("title", ["运河的早晨"], ["A morning on the canal"], true, confirmed),
		pair("heading", ["一、出发"], ["I. Setting out"], true, { link: "confirmed", state: "approved" }),
		pair(
			"body",
			[`我们${made.around("bold", "很早")}就出发了。`, "天还没有亮。"],
			[`We set out ${made.around("bold", "very early")}.`, "It was still dark."],
			true,
			confirmed,
		),
		pair("body", ["船夫说今天没有风。"], ["There was no wind, the boatman said."], false, { state: "draft" }),
		pair("body", [`字体：${made.around("italic", "斜体")}。`], [`Every look there is: ${everyLook}.`], true, {
			link: "stale",
		}),
		pair(
			"body",
			[
				`见${made.around("link", "网页", "https://example.org/运河?a=1&b=2")}${made.alone("footnote", "1")}。`,
			],
			[
				`See the ${made.around("link", "page", "https://example.org/canal?a=1&b=2")}${made.alone("footnote", "1")} and a picture${made.alone("image", "quay.png")} of it.`,
			],
		),
		pair("body", ["第一行\n第二行。"], [`A first line,${made.alone("break")}a second one.`]),
		pair("body", ["列一\t列二。"], ["One\ttwo, tab between them."]),
		pair(
			"body",
			["生僻字𠮷和𪚥，“引号”与「角括号」。"],
			["Rare 𠮷, 😀, “curly”, 'straight' and \"double\" quotes & <angles>."],
		),
		pair("body", ["隐藏\u200b字。"], ["Left\u200eright, zero\u200bwidth, soft\u00adhyphen."]),
		pair("body", ["这一句还没有译文。"], [], true, { state: "empty" }),
		pair("caption", ["图：码头"], ["Photo: the quay"]),
		pair("item", ["带水"], ["Take water along"]),
		pair("item", ["带面包"], ["Take bread along"]),
		pair("footnote", ["1 据船夫说。"], ["1 So the boatman said."]),
	],
	{ codes: made.codes, title: "A morning on the canal" },
);
