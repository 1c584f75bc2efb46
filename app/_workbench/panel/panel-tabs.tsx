"use client";

import {
	BookA,
	BookMarked,
	History,
	Info,
	Layers,
	type LucideIcon,
	MessageSquare,
	TextSearch,
	TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#app/_ui/class-names.ts";
import { Tip } from "#app/_ui/tip.tsx";
import { useWorkbench } from "../desk-context.tsx";
import { isOpen } from "../store/comment-state.ts";
import { useTabKeys } from "./use-tab-keys.ts";

/** In the order in which they stand. */
const icons = {
	history: History,
	memory: Layers,
	terms: BookMarked,
	concordance: TextSearch,
	lookup: BookA,
	comments: MessageSquare,
	findings: TriangleAlert,
	details: Info,
} as const satisfies Readonly<Record<string, LucideIcon>>;

export type PanelTab = keyof typeof icons;
export const panelTabs = Object.keys(icons) as readonly PanelTab[];

interface PanelTabsProps {
	readonly offered: readonly PanelTab[];
	readonly chosen: PanelTab;
	readonly choose: (tab: PanelTab) => void;
}

/** Signs in one line, however narrow the column is; the word for the chosen one stands over what it holds. */
export function PanelTabs({ offered, chosen, choose }: PanelTabsProps) {
	const t = useTranslations("workbench.panel");
	const onTabKey = useTabKeys(offered, chosen, choose, (name) => `panel-${name}-tab`);
	const counts: Partial<Record<PanelTab, number>> = {
		findings: useWorkbench((state) => state.findings?.total ?? 0),
		comments: useWorkbench(({ comments }) => comments.threads.filter(isOpen).length),
	};
	function nameOf(tab: PanelTab): string {
		const total = counts[tab] ?? 0;
		if (total > 0 && tab === "findings") return t("findingsCount", { total });
		return total > 0 && tab === "comments" ? t("commentsCount", { total }) : t(tab);
	}
	return (
		<div
			role="tablist"
			aria-label={t("label")}
			className="flex justify-between border-b border-rule px-2"
			onKeyDown={onTabKey}
		>
			{offered.map((tab) => {
				const [Icon, total, here] = [icons[tab], counts[tab] ?? 0, tab === chosen];
				return (
					<Tip key={tab} label={nameOf(tab)}>
						<button
							type="button"
							role="tab"
							id={`panel-${tab}-tab`}
							aria-label={nameOf(tab)}
							aria-selected={here}
							tabIndex={here ? 0 : -1}
							aria-controls={`panel-${tab}`}
							className={classNames(
								"-mb-px flex h-9 min-w-6 items-center justify-center gap-1 border-b-2 px-1 text-sm whitespace-nowrap",
								here
									? "border-accent font-medium text-ink"
									: "border-transparent text-ink-soft hover:text-ink",
							)}
							onClick={() => choose(tab)}
						>
							<Icon aria-hidden className="size-4 shrink-0" />
							{total > 0 && <span className="text-xs">{total}</span>}
						</button>
					</Tip>
				);
			})}
		</div>
	);
}
