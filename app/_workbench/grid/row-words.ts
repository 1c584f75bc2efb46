"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { StateMark } from "#app/_ui/state-marks.ts";
import type { LinkState } from "#lib/core/document/model.ts";

type Standing = [state: StateMark, link: LinkState | null, findings: number];

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
	readonly range: (first: number, last: number) => string;
	/** A row in a few words, as a screen reader says it. */
	readonly describe: (number: number, ...standing: Standing) => string;
	/** The same without its number. */
	readonly describeState: (...standing: Standing) => string;
}

/** More than a screen shows of anything. */
const most = 1_000;

/** Every row is described whenever one of them grows by a line: what was said is not put together again. */
function remembered<Said extends readonly unknown[]>(
	say: (...said: Said) => string,
): (...said: Said) => string {
	const known = new Map<string, string>();
	return (...said) => {
		const name = said.join(" ");
		const words = known.get(name) ?? say(...said);
		if (known.size >= most) known.clear();
		known.set(name, words);
		return words;
	};
}

export function useRowWords(): RowWords {
	const t = useTranslations("workbench.row");
	const common = useTranslations("common");
	return useMemo(() => {
		const describeState = remembered((...[state, link, findings]: Standing) =>
			[
				common(`state.${state}`),
				link && common(`link.${link}`),
				findings > 0 && t("findings", { count: findings }),
			]
				.filter(Boolean)
				.join(", "),
		);
		const describePassage = remembered((number: number) => t("passage", { number }));
		return {
			conflict: t("conflict"),
			unsaved: t("unsaved"),
			versions: t("versions"),
			reimported: t("reimported"),
			empty: t("empty"),
			loading: t("loading"),
			findings: (count) => t("findings", { count }),
			changedBy: (name) => t("changedBy", { name }),
			range: (first, last) =>
				first === last ? t("passage", { number: first }) : t("passages", { first, last }),
			describe: (number, ...standing) => `${describePassage(number)}, ${describeState(...standing)}`,
			describeState,
		};
	}, [t, common]);
}
