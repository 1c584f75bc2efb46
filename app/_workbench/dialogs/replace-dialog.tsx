"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { PassageState, Side } from "#lib/core/document/model.ts";
import { useDesk } from "../desk-context.tsx";
import { FindSwitches } from "../grid/find-options-bar.tsx";
import { anyhow, type FindOptions } from "../store/find-options.ts";
import { type Plan, type PlannedPassage, planReplacement } from "../store/replace-plan.ts";
import { ChangesDialog } from "./changes-dialog.tsx";
import { type Leave, ReplaceFields, type Wanted } from "./replace-fields.tsx";
import { type Hits, useHits } from "./use-hits.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

const left: Readonly<Record<Leave, ReadonlySet<PassageState>>> = {
	none: new Set(),
	approved: new Set(["approved"]),
	reviewed: new Set(["approved", "reviewed"]),
};
const nothing: Plan = { passages: [], leftOut: 0, same: 0 };
const noPassages: readonly PlannedPassage[] = [];

/** Every place where a text is found, with what it would become; those that are ticked are replaced in one revision. */
export default function ReplaceDialog(props: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("replace");
	const tell = useTranslations("search.problem");
	const [wanted, setWanted] = useState<Wanted>(() => {
		const { find, replacement } = desk.state.get();
		const side: Side = find?.options.side === "source" && desk.may("source.edit") ? "source" : "target";
		return {
			text: find?.query ?? "",
			options: { ...(find?.options ?? anyhow), side: sideOf(desk.state.get().head.sides, side) },
			replacement: replacement ?? "",
			leave: "none",
		};
	});
	const hits = useHits(wanted.text, wanted.options);
	const replacement = useDeferredValue(wanted.replacement);
	const plan = useMemo(
		() =>
			hits.is === "there"
				? planReplacement(hits.passages, hits.pattern, replacement, left[wanted.leave])
				: nothing,
		[hits, replacement, wanted.leave],
	);
	const problem = problemOf(hits, wanted.replacement);
	const list = useRef<HTMLDivElement>(null);
	const ready = hits.is === "there" && hits.complete;
	const begun = useRef(wanted.text !== "" && wanted.replacement !== "");
	useEffect(() => {
		if (!ready || !begun.current) return;
		begun.current = false;
		list.current?.focus(); // what is left to be done is to look through it
	}, [ready]);
	return (
		<ChangesDialog
			{...props}
			ref={list}
			title={t("title")}
			passages={problem ? noPassages : plan.passages}
			ready={ready && replacement === wanted.replacement}
			error={hits.is === "failed" ? hits.error : null}
			searched={hits.is === "there"}
			notes={[
				...(plan.leftOut > 0 ? [t("leftOut", { count: plan.leftOut })] : []),
				...(plan.same > 0 ? [t("same", { count: plan.same })] : []),
			]}
			onGo={() => desk.finder.look(wanted.text, wanted.options)}
		>
			<ReplaceFields
				wanted={wanted}
				onChange={setWanted}
				problem={
					problem
						? tell(problem.problem as "escape", problem.values as { what: string; column: number })
						: null
				}
				switches={
					<FindSwitches
						options={wanted.options}
						onChange={(options: FindOptions) => setWanted({ ...wanted, options })}
					/>
				}
			/>
		</ChangesDialog>
	);
}

function sideOf(sides: Readonly<Record<Side, boolean>>, asked: Side): Side {
	return sides[asked] ? asked : sides.target ? "target" : "source";
}

function problemOf(hits: Hits, replacement: string) {
	if (hits.is === "problem") return hits.problem;
	return hits.is === "there" ? hits.pattern.problemIn(replacement) : null;
}
