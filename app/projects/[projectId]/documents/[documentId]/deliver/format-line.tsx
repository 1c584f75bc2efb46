"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import type { FormatRefusal } from "#lib/core/formats/contract.ts";
import type { formats } from "#lib/core/formats/registry.ts";
import { CopyArticle } from "./copy-article.tsx";
import { Warnings } from "./warning-line.tsx";
import { type Readiness, type Warning, warningsFor } from "./warnings.ts";

interface FormatLineProps {
	readonly format: (typeof formats)[number];
	readonly documentId: string;
	readonly refusal: FormatRefusal | null;
	readonly readiness: Readiness | undefined;
	/** What was said above all formats already. */
	readonly said: readonly Warning[];
}

/** A format, what it is, what to know before it is handed out, and its button. It warns, it never blocks. */
export function FormatLine({ format, documentId, refusal, readiness, said }: FormatLineProps) {
	const t = useTranslations("deliver");
	const everything = useTranslations();
	const warnings = readiness ? warningsFor(format, readiness).filter((one) => !said.includes(one)) : [];
	return (
		<li className="grid items-start gap-x-6 gap-y-3 border-b border-rule row-y-5 sm:grid-cols-[minmax(0,1fr)_auto]">
			<div className="flex min-w-0 flex-col gap-1">
				<h2 className="font-serif text-md">{t(`format.${format.id}.name`)}</h2>
				<p className="max-w-[40em] text-ink-soft">{t(`format.${format.id}.about`)}</p>
				{refusal === null && readiness && <Warnings warnings={warnings} readiness={readiness} />}
				{refusal !== null && <p className="text-ink-soft">{everything(refusal)}</p>}
			</div>
			{refusal === null &&
				(format.delivery === "clipboard" ? (
					<CopyArticle documentId={documentId} formatId={format.id} />
				) : (
					<Button asChild className="sm:min-w-32">
						<a
							href={`/api/v1/documents/${documentId}/export/${format.id}`}
							download
							aria-label={t("downloadAs", { name: t(`format.${format.id}.name`) })}
						>
							<Download aria-hidden className="size-4" />
							{t("download")}
						</a>
					</Button>
				))}
		</li>
	);
}
