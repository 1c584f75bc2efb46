import type { Side } from "#lib/core/document/model.ts";
import { loadConverter, regionOf } from "#lib/core/scripts/convert.ts";
import { type ChineseScript, detectScript, scriptOf } from "#lib/core/scripts/detect.ts";
import type { Desk } from "./desk.ts";
import { sideToShow } from "./display.ts";

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
