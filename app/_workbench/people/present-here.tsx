"use client";

import { afterFirstRow } from "../after-first-row.tsx";
import { useWorkbench } from "../desk-context.tsx";

const PeopleMarks = afterFirstRow(async () => (await import("./people-marks.tsx")).PeopleMarks);

/** Whoever else is at this passage. */
export function PresentHere({ passage }: { readonly passage: string }) {
	const everybody = useWorkbench((state) => state.people);
	const here = everybody.filter((person) => person.passage === passage);
	return here.length > 0 && <PeopleMarks people={here} />;
}
