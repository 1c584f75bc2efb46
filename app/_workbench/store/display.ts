import type { Side } from "#lib/core/document/model.ts";
import type { ChineseScript } from "#lib/core/scripts/detect.ts";
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
