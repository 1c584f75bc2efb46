"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import type { WireNews } from "#lib/core/document/wire.ts";

/** Where what is compared is what others changed since one's last visit: says that one has looked at it. */
export function SeenButton({
	documentId,
	from,
	to,
}: {
	readonly documentId: string;
	readonly from: string;
	readonly to: number | undefined;
}) {
	const t = useTranslations("versions.news");
	const { data, refetch } = useQuery({
		queryKey: ["visit", documentId],
		queryFn: ({ signal }) => api<WireNews>(`/documents/${documentId}/visit`, { signal }),
		staleTime: 0,
	});
	const waiting = data && (data.passages > 0 || data.regrouped) && String(data.visit?.number) === from;
	if (!waiting || to === undefined) return null;
	return (
		<Button
			onClick={() =>
				void api(`/documents/${documentId}/visit`, { method: "PUT", body: { number: to } }).then(() =>
					refetch(),
				)
			}
		>
			{t("seen")}
		</Button>
	);
}
