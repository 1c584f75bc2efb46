import type { Side } from "../../document/model.ts";
import type { Fault, PassageCheck, Severity } from "../contract.ts";
import { changesOrder, type HiddenKind, type HiddenMark, hiddenMarks } from "../typography/hidden-marks.ts";
import { lookAlikes } from "../typography/look-alikes.ts";

const sides = ["source", "target"] as const satisfies readonly Side[];

const severities: Readonly<Partial<Record<HiddenKind, Severity>>> = {
	width: "minor",
	"soft-hyphen": "minor",
};

/** Characters that nobody sees, that were lost on the way, or that only look like letters of the word. */
export const hidden = {
	id: "hidden",
	severity: "major",
	mqm: "linguistic-conventions/character-encoding",
	keys: ["direction", "width", "soft-hyphen", "control", "private", "lost", "tag", "look-alike"],
	concerns: () => true,
	checkPassage(passage) {
		return sides.flatMap((side) =>
			passage[side].flatMap(({ id, text }) => {
				const order = changesOrder(text);
				const marks = hiddenMarks(text).map((mark) => faultOf(text, mark, order));
				const letters = lookAlikes(text).map(({ start, end, found, fix }) => ({
					start,
					end,
					key: "look-alike",
					values: { found, fix },
					fix,
				}));
				return [...marks, ...letters].map((fault): Fault => ({ ...fault, side, segment: id }));
			}),
		);
	},
} as const satisfies PassageCheck;

function faultOf(text: string, { kind, start, end }: HiddenMark, order: boolean) {
	const point = (text.codePointAt(start) ?? 0).toString(16).toUpperCase().padStart(4, "0");
	const severity = kind === "direction" && order ? "critical" : severities[kind];
	// What was lost, or stands for a character of a private font, nobody can bring back by rule.
	const fix = kind === "lost" || kind === "private" ? null : "";
	return {
		start,
		end,
		key: kind,
		values: { found: text.slice(start, end), code: `U+${point}` },
		fix,
		...(severity && { severity }),
	};
}
