/** What the checks of numbers, dates and units say of a pair of texts. */
import { date } from "#lib/core/qa/checks/date.ts";
import { number } from "#lib/core/qa/checks/number.ts";
import { unit } from "#lib/core/qa/checks/unit.ts";
import type { Fault } from "#lib/core/qa/contract.ts";

/** Each as `check/key source ≠ rendering`, or the one of them that is there. */
export function look(source: string | readonly string[], rendering: string | readonly string[]): string[] {
	const segments = (side: string, texts: string | readonly string[]) =>
		[texts].flat().map((text, index) => ({ id: `${side}${index}`, text }));
	const passage = { id: "p", source: segments("s", source), target: segments("t", rendering) };
	return [number, date, unit].flatMap((check) =>
		check.checkPassage(passage).map((fault) => `${check.id}/${fault.key} ${said(fault)}`),
	);
}

const said = ({ values }: Fault): string =>
	[values["source"], values["rendering"]].filter((value) => value !== undefined).join(" ≠ ");
