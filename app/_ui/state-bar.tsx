"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "./class-names.ts";
import { type StateMark, stateMarks } from "./state-marks.ts";
import { markColour } from "./state-square.tsx";

export type StateCounts = Partial<Readonly<Record<StateMark, number>>>;

/** Furthest along first, as the bar fills from the left. */
const fromDone = [...stateMarks].reverse();

/** A slim bar of how far a document is; the words beside it say the same. Not drawn for an empty count. */
export function StateBar({
	counts,
	className,
}: {
	readonly counts: StateCounts;
	readonly className?: string;
}) {
	const t = useTranslations("common");
	const format = useFormatter();
	const shown = fromDone.filter((state) => (counts[state] ?? 0) > 0);
	const spoken = shown
		.map((state) => `${t(`state.${state}`)} ${format.number(counts[state] ?? 0)}`)
		.join(", ");
	if (shown.length === 0) return null;
	return (
		<span role="img" aria-label={spoken} className={classNames("flex h-1.5 w-full gap-px", className)}>
			{shown.map((state) => (
				<span
					key={state}
					className={classNames("min-w-1 bg-current", markColour[state], hollow.has(state) && "opacity-30")}
					style={{ flexGrow: counts[state] }}
				/>
			))}
		</span>
	);
}

/** Work still to do recedes, as the hollow squares do. */
const hollow: ReadonlySet<StateMark> = new Set(["empty", "draft", "machine"]);
