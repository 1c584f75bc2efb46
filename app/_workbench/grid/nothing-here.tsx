"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { useFilterInUrl } from "../use-url.ts";

/** A document without passages, or a filter that leaves none of them. */
export function NothingHere({ filtered }: { readonly filtered: boolean }) {
	const t = useTranslations("workbench.grid");
	const [, , showAll] = useFilterInUrl();
	return (
		<div className="flex-1 px-6 py-10">
			<EmptyState
				title={t(filtered ? "filtered" : "none")}
				action={filtered && <Button onClick={showAll}>{t("showAll")}</Button>}
			>
				{t(filtered ? "filteredBody" : "noneBody")}
			</EmptyState>
		</div>
	);
}
