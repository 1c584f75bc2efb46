"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import type { VersionLabel } from "#lib/core/document/model.ts";
import { type Format, type FormatRefusal, type Holdings, refusalOf } from "#lib/core/formats/contract.ts";
import type { formats } from "#lib/core/formats/registry.ts";
import type { DocumentOnScreen } from "../../document-crumbs.ts";
import { type Choices, exportPath, isInOrder } from "./choices.ts";
import { CopyArticle } from "./copy-article.tsx";
import { FormatChoices } from "./format-choices.tsx";
import { Warnings } from "./warning-line.tsx";
import { type Readiness, type Warning, warningsFor } from "./warnings.ts";

interface FormatLineProps {
	readonly format: (typeof formats)[number];
	readonly document: DocumentOnScreen;
	readonly labels: readonly VersionLabel[];
	readonly holdings: Holdings;
	readonly choices: Choices;
	readonly onChoose: (choices: Partial<Choices>) => void;
	readonly readiness: Readiness | undefined;
	/** What was said above all formats already. */
	readonly said: readonly Warning[];
}

/** A format, what it is, what to know before it is handed out, and its button. It warns, it never blocks. */
export function FormatLine(props: FormatLineProps) {
	const { document, labels, holdings, choices, onChoose, readiness, said } = props;
	const format: Format & { readonly id: FormatLineProps["format"]["id"] } = props.format;
	const refusal = refusalNow(format, holdings, choices);
	const path = exportPath(document.id, format, choices);
	const ordered = !format.options?.includes("from") || isInOrder(choices);
	const t = useTranslations("deliver");
	const everything = useTranslations();
	const warnings = readiness ? warningsFor(format, readiness).filter((one) => !said.includes(one)) : [];
	return (
		<li className="grid items-start gap-x-6 gap-y-3 border-b border-rule row-y-5 sm:grid-cols-[minmax(0,1fr)_auto]">
			<div className="flex min-w-0 flex-col gap-1">
				<h2 className="font-serif text-md">{t(`format.${format.id}.name`)}</h2>
				<p className="max-w-[40em] text-ink-soft">{t(`format.${format.id}.about`)}</p>
				{refusal === null && readiness && <Warnings warnings={warnings} readiness={readiness} />}
				{(refusal === null || refusal === "deliver.refused.noDraft") && format.options && (
					<FormatChoices
						document={document}
						labels={labels}
						options={format.options}
						twoSided={holdings.source && holdings.target}
						choices={choices}
						onChange={onChoose}
					/>
				)}
				{refusal !== null && <p className="text-ink-soft">{everything(refusal)}</p>}
			</div>
			{refusal === null &&
				ordered &&
				(format.delivery === "clipboard" ? (
					<CopyArticle rich={path} plain={exportPath(document.id, { id: "txt" }, choices)} />
				) : (
					<Button asChild className="sm:min-w-32">
						<a href={path} download aria-label={t("downloadAs", { name: t(`format.${format.id}.name`) })}>
							<Download aria-hidden className="size-4" />
							{t("download")}
						</a>
					</Button>
				))}
		</li>
	);
}

/** Changes from another version than the drafts need none. */
function refusalNow(format: Format, holdings: Holdings, { from }: Choices): FormatRefusal | null {
	const refusal = refusalOf(format, holdings);
	return refusal === "deliver.refused.noDraft" && from !== "draft" ? null : refusal;
}
