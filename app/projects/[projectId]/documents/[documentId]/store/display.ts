import type { Side } from "#lib/core/document/model.ts";
import { loadConverter, regionOf } from "#lib/core/scripts/convert.ts";
import { type ChineseScript, detectScript, scriptOf } from "#lib/core/scripts/detect.ts";
import { isChinese } from "#lib/core/text/language.ts";
import type { Desk } from "./desk.ts";

/** Chinese is shown in a script that it is not stored in. Nothing is changed, and what is edited is the stored text. */
export interface Display {
	readonly side: Side;
	readonly script: ChineseScript;
	readonly show: (text: string) => string;
}

/** The side that can be shown in the other script: the source where both are Chinese. */
export function sideToShow(desk: Desk): Side | null {
	const { sides } = desk.state.get().head;
	return (
		(["source", "target"] as const).find((side) => sides[side] && isChinese(desk.language(side))) ?? null
	);
}

/** The script that the side is not written in. */
export function otherScript(desk: Desk, side: Side): ChineseScript {
	const written =
		scriptOf(desk.language(side)) ??
		detectScript([...desk.data.rows.rows()].flatMap((row) => row[side].map(({ text }) => text)).join(""))
			.script;
	return written === "zh-Hant" ? "zh-Hans" : "zh-Hant";
}

/** Shows the side in the other script, or again as it is. */
export async function toggleDisplay(desk: Desk): Promise<void> {
	const side = sideToShow(desk);
	if (desk.state.get().display || side === null) {
		desk.state.set({ display: null });
		return;
	}
	const script = otherScript(desk, side);
	const show = await loadConverter(script, regionOf(desk.language(side)));
	desk.state.set({ display: { side, script, show: remembered(show) } });
}

/** Rows are drawn often, and their texts are the same most of the time. */
function remembered(show: (text: string) => string): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		const shown = known.get(text) ?? show(text);
		if (known.size > 2_000) known.clear();
		known.set(text, shown);
		return shown;
	};
}
