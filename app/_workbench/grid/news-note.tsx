"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { choose, type OpenDialog } from "../keys/use-keys.ts";

/** What others changed since one was here last; it stays until one has said that one looked. */
export function NewsNote({ openDialog }: { readonly openDialog: OpenDialog }) {
	const t = useTranslations("versions.news");
	const desk = useDesk();
	const news = useWorkbench((state) => state.news);
	const shown = useWorkbench(
		({ filter }) => filter["since"] === String(news?.since) && filter["by"] === "others",
	);
	if (!news) return null;
	const { passages, regrouped, people, at } = news;
	return (
		<section
			aria-label={t("title")}
			className="screen-only flex flex-wrap items-center gap-x-1 gap-y-1 border-b border-rule bg-sunk px-4 py-1 text-sm text-ink-soft max-md:px-2"
		>
			<p className="mr-2 min-w-0" title={people.join(", ")}>
				{t("changed", { passages, regrouped: regrouped ? "yes" : "no" })} <RelativeTime at={at} />
			</p>
			<Button size="sm" variant="plain" onClick={() => choose(desk, "compareNews", openDialog)}>
				{t("review")}
			</Button>
			{passages > 0 && !shown && (
				<Button size="sm" variant="plain" onClick={() => choose(desk, "showNews", openDialog)}>
					{t("show")}
				</Button>
			)}
			<span className="flex-1" />
			<Button size="sm" variant="plain" onClick={() => choose(desk, "markSeen", openDialog)}>
				{t("seen")}
			</Button>
		</section>
	);
}
