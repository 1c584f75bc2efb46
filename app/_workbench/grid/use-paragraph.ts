"use client";

import { useEffect, useState } from "react";
import { useWorkbench } from "../desk-context.tsx";
import { firstRowThere, load } from "../first-row.ts";
import { LateCode } from "../late-code.ts";

const code = new LateCode(async () => (await import("./paragraph.tsx")).Paragraph);
if (typeof window !== "undefined") void firstRowThere.then(() => load(() => code.expect()));

export type Paragraph = Awaited<ReturnType<typeof code.expect>>;

/** What draws a paragraph, where that is the view; until its code is here, passages are shown one by one. */
export function useParagraph(): Paragraph | null {
	const wanted = useWorkbench((state) => state.view === "paragraphs");
	const [here, setHere] = useState<Paragraph | null>(() => code.here);
	useEffect(() => {
		let over = false;
		if (wanted) void load(() => code.expect()).then((Paragraph) => over || setHere(() => Paragraph));
		return () => {
			over = true;
		};
	}, [wanted]);
	return wanted ? here : null;
}
