"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { WireShares } from "#lib/core/document/blame/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { readBeside } from "../sync/read-beside.ts";

/** How much of all renderings is still the machine's, and how much each person wrote; nothing where that is not known. */
export function WordingShares() {
	const t = useTranslations("blame");
	const desk = useDesk();
	const documentId = useWorkbench(({ head }) => head.id);
	const { data } = useQuery({
		queryKey: ["blame", documentId, "shares"],
		queryFn: ({ signal }) => readBeside<WireShares>(`/documents/${documentId}/blame/shares`, signal, desk),
		networkMode: "always",
	});
	if (!data?.total) return null;
	const { total, machine, people } = data;
	const shares = people.map(({ id, name, characters }) => ({ id, name, share: characters / total }));
	if (machine > 0) shares.unshift({ id: "machine", name: t("byMachine"), share: machine / total });
	if (shares.length === 0) return null;
	return (
		<div>
			<dt className="text-xs text-ink-faint">{t("wording")}</dt>
			{shares.map(({ id, name, share }) => (
				<dd key={id} className="flex items-baseline justify-between gap-2">
					<span>{name}</span>
					<span className="text-sm text-ink-faint tabular-nums">
						{t("share", { percent: Math.round(share * 100) })}
					</span>
				</dd>
			))}
		</div>
	);
}
