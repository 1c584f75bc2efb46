"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { useWorkbench } from "../desk-context.tsx";
import type { DialogName } from "../dialogs/workbench-dialogs.tsx";
import { Details } from "./details.tsx";
import { Findings } from "./findings.tsx";
import { History } from "./history.tsx";

interface PanelProps {
	readonly shown: boolean;
	readonly openDialog: (dialog: DialogName) => void;
}

const tabs = ["history", "findings", "details"] as const;

/** What is known about the passage one is on, and about the document. */
export function Panel({ shown, openDialog }: PanelProps) {
	const t = useTranslations("workbench.panel");
	const checked = useWorkbench((state) => state.checks !== null);
	const total = useWorkbench((state) => state.findings?.total ?? 0);
	const [chosen, setTab] = useState<(typeof tabs)[number]>("history");
	const offered = tabs.filter((name) => name !== "findings" || checked);
	const tab = offered.includes(chosen) ? chosen : "history";
	return (
		<aside
			aria-label={t("label")}
			className={classNames(
				"screen-only w-72 shrink-0 flex-col overflow-y-auto border-l border-rule bg-paper xl:flex 2xl:w-80",
				shown ? "absolute inset-y-0 right-0 z-20 flex shadow-float xl:static xl:shadow-none" : "hidden",
			)}
		>
			<div role="tablist" aria-label={t("label")} className="flex gap-4 border-b border-rule px-4">
				{offered.map((name) => (
					<button
						key={name}
						type="button"
						role="tab"
						id={`panel-${name}-tab`}
						aria-selected={tab === name}
						aria-controls={`panel-${name}`}
						className={classNames(
							"-mb-px border-b-2 py-2 text-sm",
							tab === name
								? "border-accent font-medium text-ink"
								: "border-transparent text-ink-soft hover:text-ink",
						)}
						onClick={() => setTab(name)}
					>
						{name === "findings" && total > 0 ? t("findingsCount", { total }) : t(name)}
					</button>
				))}
			</div>
			<div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`panel-${tab}-tab`} className="px-4 py-3">
				{tab === "history" && <History />}
				{tab === "findings" && <Findings />}
				{tab === "details" && <Details openDialog={openDialog} />}
			</div>
		</aside>
	);
}
