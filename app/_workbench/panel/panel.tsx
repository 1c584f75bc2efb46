"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { isChinese } from "#lib/core/text/language.ts";
import { useWorkbench } from "../desk-context.tsx";
import type { DialogName } from "../dialogs/workbench-dialogs.tsx";
import { Drawer } from "../drawer.tsx";
import { type PanelTab, PanelTabs, panelTabs } from "./panel-tabs.tsx";

interface PanelProps {
	readonly shown: boolean;
	readonly onLeave: () => void;
	readonly openDialog: (dialog: DialogName) => void;
}

const Contents = lazy(() => import("./contents.tsx"));

/** A tab comes to the front when somebody asks for what it holds. */
function useAsked(tab: PanelTab, turn: number, setTab: (tab: PanelTab) => void): void {
	useEffect(() => {
		if (turn > 0) setTab(tab);
	}, [tab, turn, setTab]);
}

/** What is known about the passage one is on, and about the document. */
export function Panel({ shown, onLeave, openDialog }: PanelProps) {
	const t = useTranslations("workbench.panel");
	const checked = useWorkbench((state) => state.checks !== null);
	const ready = useWorkbench((state) => state.settled);
	const folded = useWorkbench((state) => state.folded.panel);
	const [chosen, setTab] = useState<PanelTab>("history");
	const chinese = useWorkbench(({ head }) => isChinese(head.description.sourceLanguage) && head.sides.source);
	const asked = useWorkbench(({ comments }) => comments.asked);
	useAsked("comments", asked, setTab);
	const looked = useWorkbench(({ concordance }) => concordance?.turn ?? 0);
	useAsked("concordance", looked, setTab);
	const dismissing = useWorkbench((state) => state.dismissing);
	useAsked("findings", dismissing, setTab);
	const lookedUp = useWorkbench(({ lookup }) => lookup?.turn ?? 0);
	useAsked("lookup", lookedUp, setTab);
	const termsAsked = useWorkbench((state) => state.termsAsked);
	useAsked("terms", termsAsked, setTab);
	const offered = panelTabs.filter(
		(name) => (name !== "findings" || checked) && (chinese || (name !== "lookup" && name !== "terms")),
	);
	const tab = offered.includes(chosen) ? chosen : "history";
	return (
		<Drawer shown={shown} edge="right" label={t("label")} onLeave={onLeave}>
			<aside
				aria-label={t("label")}
				className={classNames(
					"screen-only w-72 shrink-0 flex-col overflow-y-auto border-l border-rule bg-paper xl:w-64 2xl:w-80",
					shown ? "absolute inset-y-0 right-0 z-20 flex shadow-float xl:static xl:shadow-none" : "hidden",
					folded ? "xl:hidden" : "xl:flex",
				)}
			>
				<PanelTabs offered={offered} chosen={tab} choose={setTab} />
				<div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`panel-${tab}-tab`} className="px-4 py-3">
					<h2 className="mb-2 text-sm font-medium">{t(tab)}</h2>
					{ready && (
						<Suspense fallback={null}>
							<Contents tab={tab} openDialog={openDialog} />
						</Suspense>
					)}
				</div>
			</aside>
		</Drawer>
	);
}
