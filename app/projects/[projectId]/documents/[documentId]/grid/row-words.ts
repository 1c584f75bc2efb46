"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { StateMark } from "#app/_ui/state-square.tsx";
import type { LinkState } from "#lib/core/document/model.ts";

/** The words of a row, looked up once for all rows. */
export interface RowWords {
	readonly conflict: string;
	readonly unsaved: string;
	readonly versions: string;
	readonly reimported: string;
	readonly empty: string;
	readonly loading: string;
	readonly findings: (count: number) => string;
	readonly changedBy: (name: string) => string;
	readonly describe: (number: number, state: StateMark, link: LinkState | null) => string;
}

export function useRowWords(): RowWords {
	const t = useTranslations("workbench.row");
	const common = useTranslations("common");
	return useMemo(
		() => ({
			conflict: t("conflict"),
			unsaved: t("unsaved"),
			versions: t("versions"),
			reimported: t("reimported"),
			empty: t("empty"),
			loading: t("loading"),
			findings: (count) => t("findings", { count }),
			changedBy: (name) => t("changedBy", { name }),
			describe: (number, state, link) =>
				[t("passage", { number }), common(`state.${state}`), link && common(`link.${link}`)]
					.filter(Boolean)
					.join(", "),
		}),
		[t, common],
	);
}
