"use client";

import { useTranslations } from "next-intl";
import { classNames } from "#app/_ui/class-names.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { goToIndex } from "../store/travel.ts";
import { rowShape } from "./row.tsx";

/** The section that one is in, while its heading is above what can be seen. `first` is the first passage in sight. */
export function SectionLine({ first }: { readonly first: number }) {
	const t = useTranslations("workbench.grid");
	const desk = useDesk();
	const { headings } = useWorkbench((state) => state.letters) ?? desk.overview.last;
	const { sides, description } = useWorkbench((state) => state.head);
	const heading = headings.findLast(({ index, text }) => index < first && text.trim() !== "");
	if (!heading) return null;
	const { text, source, index } = heading;
	const side = sides.target ? "target" : "source";
	return (
		<button
			type="button"
			aria-label={t("section", { name: source === null ? text : `${source} ${text}` })}
			title={source === null ? text : `${source}\n${text}`}
			className={classNames(
				rowShape,
				"screen-only absolute inset-x-0 top-0 z-10 h-7 items-center overflow-hidden border-b border-rule bg-paper text-left text-sm text-ink-soft [scrollbar-gutter:stable] hover:text-ink",
			)}
			onClick={() => desk.turns.take(() => goToIndex(desk, index))}
		>
			<span lang={description.sourceLanguage} className="col-start-3 truncate px-2 max-md:hidden">
				{source ?? (side === "source" ? text : "")}
			</span>
			{side === "target" && (
				<span lang={description.targetLanguage} className="col-start-5 truncate px-2 max-md:col-start-3">
					{text}
				</span>
			)}
		</button>
	);
}
