"use client";

import { Queries } from "#app/_ui/queries.tsx";
import type { DialogName } from "../dialogs/workbench-dialogs.tsx";
import { Comments } from "./comments.tsx";
import { Concordance } from "./concordance.tsx";
import { Details } from "./details.tsx";
import { Findings } from "./findings.tsx";
import { History } from "./history.tsx";
import { Lookup } from "./lookup.tsx";
import { Memory } from "./memory.tsx";
import type { PanelTab } from "./panel-tabs.tsx";
import { Terms } from "./terms.tsx";

interface ContentsProps {
	readonly tab: PanelTab;
	readonly openDialog: (dialog: DialogName) => void;
}

/** What the tabs hold; it comes once the first row can be edited. */
export default function Contents({ tab, openDialog }: ContentsProps) {
	return (
		<Queries>
			{tab === "history" && <History />}
			{tab === "memory" && <Memory />}
			{tab === "concordance" && <Concordance />}
			{tab === "terms" && <Terms />}
			{tab === "findings" && <Findings />}
			{tab === "comments" && <Comments />}
			{tab === "lookup" && <Lookup />}
			{tab === "details" && <Details openDialog={openDialog} />}
		</Queries>
	);
}
