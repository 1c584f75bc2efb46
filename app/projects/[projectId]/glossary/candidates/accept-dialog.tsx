"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { NewTermDialog } from "#app/_glossary/new-term-dialog.tsx";
import { toast } from "#app/_ui/toast.tsx";
import type { WireCandidate } from "#lib/core/terms/wire.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";
import { useGlossary, useRefreshGlossary } from "../glossary-query.ts";

interface AcceptDialogProps {
	readonly projectId: string;
	readonly candidate: WireCandidate;
	readonly onClose: () => void;
	readonly onSaved: () => void;
}

const anything = { q: null, domain: null, status: null, origin: null };

/** The form for a new term, filled with what was found. */
export function AcceptDialog({ projectId, candidate, onClose, onSaved }: AcceptDialogProps) {
	const t = useTranslations("glossary");
	const router = useRouter();
	const refresh = useRefreshGlossary(projectId);
	const { data } = useGlossary(projectId, anything);
	const { source, rendering } = candidate;
	const script = detectLanguage(source) === "zh-Hant" ? "traditional" : "simplified";
	return (
		<NewTermDialog
			projectId={projectId}
			first={{ [script]: source, renderings: [rendering] }}
			origin="candidate"
			domains={data?.pages[0]?.domains.map(({ domain }) => domain).filter((domain) => domain !== "") ?? []}
			onClose={onClose}
			onSaved={(term) => {
				toast.success(t("saved", { source: term.simplified }));
				void refresh();
				onSaved();
			}}
			onOpenTaken={(id) => router.push(`/projects/${projectId}/glossary?term=${id}`)}
		/>
	);
}
