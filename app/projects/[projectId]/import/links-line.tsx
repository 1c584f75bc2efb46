"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { FileLine } from "./given-card.tsx";
import type { GivenFile } from "./import-form.ts";
import { ReadProblems } from "./read-problems.tsx";
import type { ChangeForm } from "./use-kept-form.ts";

/** A file that pairs the sentences of both sides by number: nothing is aligned then. */
export function LinksLine({ links, change }: { readonly links: GivenFile; readonly change: ChangeForm }) {
	const t = useTranslations("import");
	return (
		<section aria-label={t("links.label")} className="mt-5 flex flex-col gap-2">
			<p className="flex items-center gap-2 border-y border-rule py-1 text-sm text-ink-soft">
				<FileLine file={links} />
				<span className="text-ink-faint">{t("links.count", { count: links.report.count })}</span>
				<Button
					size="sm"
					variant="plain"
					icon={<X aria-hidden className="size-3.5" />}
					onClick={() => change((before) => ({ ...before, links: null }))}
					aria-label={t("clearSide", { side: t("links.label") })}
				>
					{t("clear")}
				</Button>
			</p>
			<ReadProblems problems={links.report.problems} />
			<p className="text-sm text-ink-faint">{t("links.hint")}</p>
		</section>
	);
}
