"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { api } from "#app/_ui/api.ts";
import { Field, Select } from "#app/_ui/field.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import type { NamedVersion } from "#lib/core/document/wire.ts";
import { useWorkbench } from "../desk-context.tsx";

interface RevisionOnScreen {
	readonly number: number;
	readonly at: string;
	readonly actor: { readonly name: string };
}

/** The latest revisions that are offered. */
const offered = 100;

interface RestoreVersionProps {
	readonly value: number | "draft" | null;
	readonly onChange: (version: number | "draft") => void;
}

/** Which version comes back: the draft, one with a name, or any of the latest. */
export function RestoreVersion({ value, onChange }: RestoreVersionProps) {
	const t = useTranslations("versions");
	const { moment: when } = useDates();
	const { id } = useWorkbench(({ head }) => head);
	const named = useQuery({
		queryKey: ["versions", id],
		queryFn: ({ signal }) => api<{ versions: NamedVersion[] }>(`/documents/${id}/versions`, { signal }),
	});
	const latest = useQuery({
		queryKey: ["revisions", id, offered],
		queryFn: ({ signal }) =>
			api<{ revisions: RevisionOnScreen[] }>(`/documents/${id}/revisions?limit=${offered}`, { signal }),
		staleTime: 0,
	});
	const versions = named.data?.versions.filter(({ is }) => is !== "now") ?? [];
	const revisions = latest.data?.revisions.slice(1) ?? []; // the newest is how it is
	const first = versions.findLast(({ is }) => is === "label") ?? versions[0];
	useEffect(() => {
		if (value === null && first) onChange(first.is === "draft" ? "draft" : first.number);
	}, [value, first, onChange]);
	const known =
		value === null ||
		value === "draft" ||
		versions.some(({ number }) => number === value) ||
		revisions.some(({ number }) => number === value);
	return (
		<Field label={t("bringBack.version")} className="w-80 max-w-full">
			{(control) => (
				<Select
					{...control}
					value={String(value ?? "")}
					onChange={({ target }) => onChange(target.value === "draft" ? "draft" : Number(target.value))}
				>
					{!known && <option value={String(value)}>{t("revision", { number: Number(value) })}</option>}
					{versions.map(({ is, number, name }) => (
						<option key={is + number} value={is === "draft" ? "draft" : number}>
							{is === "draft" ? t("draft") : t("labelled", { name: name ?? "", number })}
						</option>
					))}
					<optgroup label={t("latest")}>
						{revisions.map(({ number, at, actor }) => (
							<option key={number} value={number}>
								{t("revisionBy", { number, name: actor.name, when: when(at) })}
							</option>
						))}
					</optgroup>
				</Select>
			)}
		</Field>
	);
}
