"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Field, Select, TextInput } from "#app/_ui/field.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import type { VersionLabel } from "#lib/core/document/model.ts";
import type { DocumentOnScreen } from "../../document-crumbs.ts";
import { isVersionName, type VersionName } from "./versions.ts";

/** Of GET /documents/:documentId/revisions, newest first. */
interface RevisionOnScreen {
	readonly number: number;
	readonly at: string;
	readonly actor: { readonly name: string };
}

interface VersionPickerProps {
	readonly label: string;
	readonly document: DocumentOnScreen;
	readonly labels: readonly VersionLabel[];
	readonly value: VersionName;
	/** The end of the log this side may stand at. */
	readonly end: "draft" | "now";
	readonly onChange: (version: VersionName) => void;
}

const offered = 100; // the latest revisions; an older one is named by its number
const other = "other";

export function VersionPicker({ label, document, labels, value, end, onChange }: VersionPickerProps) {
	const t = useTranslations("compare");
	const { moment: localTime } = useDates();
	const [asking, setAsking] = useState(false);
	const { data } = useQuery({
		queryKey: ["revisions", document.id, offered],
		queryFn: ({ signal }) =>
			api<{ revisions: RevisionOnScreen[] }>(`/documents/${document.id}/revisions?limit=${offered}`, {
				signal,
			}),
	});
	const revisions = data?.revisions ?? [];
	const named = new Map(labels.map(({ number, name }) => [number, name]));
	const nameOf = (revision: RevisionOnScreen) =>
		t("revisionBy", {
			number: revision.number,
			name: revision.actor.name,
			at: localTime(revision.at),
		});
	const revision = revisions.find(({ number }) => String(number) === value);
	const name = named.get(Number(value));
	const listed = value === end || name !== undefined || revision !== undefined;
	const chosen =
		name !== undefined
			? t("labelled", { name, number: Number(value) })
			: revision
				? nameOf(revision)
				: value === end
					? t(end)
					: t("revision", { number: value });
	return (
		<Field label={label} className="w-72 max-w-full">
			{(control) => (
				<>
					<p className="not-print:hidden">{chosen}</p>
					<Select
						{...control}
						className="screen-only"
						value={asking ? other : value}
						onChange={({ target }) => {
							setAsking(target.value === other);
							if (isVersionName(target.value)) onChange(target.value);
						}}
					>
						<option value={end}>{t(end)}</option>
						{!listed && <option value={value}>{t("revision", { number: value })}</option>}
						{labels.length > 0 && (
							<optgroup label={t("labels")}>
								{labels.map(({ number, name }) => (
									<option key={number} value={number}>
										{t("labelled", { name, number })}
									</option>
								))}
							</optgroup>
						)}
						{revisions.length > 0 && (
							<optgroup label={t("revisions")}>
								{revisions
									.filter(({ number }) => !named.has(number))
									.map((each) => (
										<option key={each.number} value={each.number}>
											{nameOf(each)}
										</option>
									))}
							</optgroup>
						)}
						<option value={other}>{t("other")}</option>
					</Select>
					{asking && (
						<TextInput
							className="screen-only"
							inputMode="numeric"
							aria-label={t("number")}
							placeholder={t("number")}
							onChange={({ target }) => isVersionName(target.value) && onChange(target.value)}
						/>
					)}
				</>
			)}
		</Field>
	);
}
