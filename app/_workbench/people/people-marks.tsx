"use client";

import { useTranslations } from "next-intl";
import type { Present } from "../sync/wire.ts";
import { PersonMark } from "./person-mark.tsx";

/** Marks beyond these would be taller than the row. */
const mostMarks = 3;

/** People who are at a passage. */
export function PeopleMarks({ people: here }: { readonly people: readonly Present[] }) {
	const t = useTranslations("together");
	return (
		<span data-people className="flex flex-wrap gap-0.5">
			{here.slice(0, mostMarks).map(({ id, name, typing }) => (
				<span key={id} className="flex items-center" title={t(typing ? "typingHere" : "here", { name })}>
					<PersonMark id={id} name={name} />
					<span className="sr-only">{t(typing ? "typingHere" : "here", { name })}</span>
					{typing && (
						<span aria-hidden className="pl-0.5 font-medium tracking-tighter text-ink-soft">
							···
						</span>
					)}
				</span>
			))}
			{here.length > mostMarks && (
				<span
					title={here
						.slice(mostMarks)
						.map(({ name }) => name)
						.join(", ")}
				>
					<span aria-hidden>+{here.length - mostMarks}</span>
					<span className="sr-only">{t("others", { count: here.length - mostMarks })}</span>
				</span>
			)}
		</span>
	);
}
