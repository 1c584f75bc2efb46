"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { Tip } from "#app/_ui/tip.tsx";
import type { RiskyPassage } from "#lib/core/qa/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { readRisks } from "../store/risks.ts";
import { goToPassage } from "../store/travel.ts";

/** Passages that are shown of those that are told. */
const shown = 20;

/** What to read first, with why; read when somebody unfolds it. */
export function Risks() {
	const t = useTranslations("checking.risk");
	const desk = useDesk();
	const [open, setOpen] = useState(false);
	const counted = useWorkbench(({ findings }) => findings?.headNumber ?? 0);
	const query = useQuery({
		queryKey: ["risks", desk.options.head.id, counted],
		queryFn: () => readRisks(desk),
		enabled: open,
		networkMode: "always",
	});
	return (
		<details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
			<summary className="cursor-pointer text-sm text-ink-soft">{t("title")}</summary>
			{open && query.isPending && <SkeletonRows rows={3} label={t("title")} />}
			{query.isError && <p className="text-sm text-ink-soft">{t("failed")}</p>}
			{query.data?.length === 0 && <p className="text-sm text-ink-soft">{t("none")}</p>}
			<ol className="flex flex-col">
				{query.data?.slice(0, shown).map((passage) => (
					<li key={passage.id}>
						<RiskEntry passage={passage} />
					</li>
				))}
			</ol>
		</details>
	);
}

function RiskEntry({ passage }: { readonly passage: RiskyPassage }) {
	const t = useTranslations("checking.risk");
	const desk = useDesk();
	const format = useFormatter();
	const share = (part: number) => format.number(part, { style: "percent", maximumFractionDigits: 0 });
	const why = t("why", {
		link: desk.twoSided ? "some" : "none",
		linkShare: share(passage.link),
		findings: share(passage.findings),
		machine: share(passage.machine),
		days: Math.floor(passage.days),
	});
	return (
		<Tip label={why}>
			<button
				type="button"
				aria-description={why}
				className="flex w-full items-baseline justify-between gap-2 border-b border-rule py-1.5 text-left text-sm hover:text-accent"
				onClick={() => desk.turns.take(() => goToPassage(desk, passage.id))}
			>
				<span>{t("entry", { number: passage.index + 1 })}</span>
				<span className="tabular-nums text-ink-soft">{share(passage.score)}</span>
			</button>
		</Tip>
	);
}
