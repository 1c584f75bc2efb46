"use client";

import { useTranslations } from "next-intl";
import { useWorkbench } from "../desk-context.tsx";
import { useBlame } from "../editor/use-blame.ts";
import { segmentsOf } from "../sync/wire.ts";

/** How much of the rendering one is on still has the machine's words; nothing where no machine drafted it. */
export function MachineShare() {
	const t = useTranslations("blame");
	const segment = useWorkbench(({ place, rows }) => {
		const row = place?.side === "target" ? rows.row(place.passage) : undefined;
		return (row && segmentsOf(row, "target").find(({ id }) => id === place?.segment)) ?? null;
	});
	const byMachine = useWorkbench(
		({ head }) =>
			typeof segment?.origin === "number" && head.description.origins[segment.origin]?.kind === "machine",
	);
	const { data } = useBlame(byMachine ? segment : null);
	const told = data?.texts[0];
	if (!told || told.text === "") return null;
	return (
		<p className="mb-2 text-sm text-ink-soft">
			{t("left", { percent: Math.round((100 * told.machine) / told.text.length) })}
		</p>
	);
}
