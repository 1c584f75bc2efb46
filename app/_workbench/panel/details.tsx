"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { useLanguageName } from "#app/projects/[projectId]/language-name.ts";
import type { Origin } from "#lib/core/document/model.ts";
import { useWorkbench } from "../desk-context.tsx";
import type { DialogName } from "../dialogs/workbench-dialogs.tsx";
import { useActionName } from "../keys/use-action-name.ts";
import { Originals } from "./originals.tsx";
import { WordingShares } from "./wording-shares.tsx";

/** What the document says of itself, where its draft comes from, and its named versions. */
export function Details({ openDialog }: { readonly openDialog: (dialog: DialogName) => void }) {
	const t = useTranslations("workbench.panel");
	const nameOf = useActionName();
	const format = useFormatter();
	const languageName = useLanguageName();
	const { description, sides, role, permissions, headNumber } = useWorkbench((state) => state.head);
	const total = useWorkbench((state) => state.rows.total);
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels } =
		description;
	return (
		<div className="flex flex-col gap-4">
			<dl className="flex flex-col gap-2.5">
				<Entry name={t("title")} lang={sides.target ? targetLanguage : sourceLanguage}>
					{title}
				</Entry>
				{publishedOn && <Entry name={t("publishedOn")}>{publishedOn}</Entry>}
				{publisher && <Entry name={t("publisher")}>{publisher}</Entry>}
				{byline && <Entry name={t("byline")}>{byline}</Entry>}
				{sides.source && <Entry name={t("source")}>{languageName(sourceLanguage)}</Entry>}
				<Entry name={t("target")}>{languageName(targetLanguage)}</Entry>
				<Entry name={t("passages")}>{format.number(total)}</Entry>
				{origins.map((origin, i) => (
					<OriginEntry key={`${origin.kind} ${String(i)}`} origin={origin} />
				))}
				<WordingShares />
				<Entry name={t("role")}>{t(`roles.${role}` as "roles.owner")}</Entry>
			</dl>
			{labels.length > 0 && (
				<section>
					<h2 className="mb-1 text-xs text-ink-faint">{t("versions")}</h2>
					<ul className="flex flex-col gap-1">
						{labels.map(({ number, name }) => (
							<li key={number} className="flex items-baseline justify-between gap-2">
								<span>{name}</span>
								<span className="text-sm text-ink-faint">{t("number", { number })}</span>
							</li>
						))}
					</ul>
				</section>
			)}
			<Originals />
			{permissions.includes("document.describe") && (
				<div className="flex flex-wrap gap-2">
					<Button size="sm" onClick={() => openDialog("details")}>
						{nameOf("details")}
					</Button>
					{headNumber > 0 && (
						<Button size="sm" onClick={() => openDialog("label")}>
							{nameOf("label")}
						</Button>
					)}
				</div>
			)}
		</div>
	);
}

function OriginEntry({ origin }: { readonly origin: Origin }) {
	const t = useTranslations("workbench.panel");
	return (
		<Entry name={t("origin")}>
			{origin.kind === "machine" ? t("machine", { engine: origin.engine }) : t(origin.kind)}
		</Entry>
	);
}

function Entry({
	name,
	lang,
	children,
}: {
	readonly name: string;
	readonly lang?: string;
	readonly children: ReactNode;
}) {
	return (
		<div>
			<dt className="text-xs text-ink-faint">{name}</dt>
			<dd {...(lang && { lang })}>{children}</dd>
		</div>
	);
}
