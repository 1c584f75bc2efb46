"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Field, Select, TextField } from "#app/_ui/field.tsx";
import { type WorkKind, workKinds } from "#lib/core/document/work-kinds.ts";
import type { TimelineFilter } from "./timeline-query.ts";

interface TimelineFiltersProps {
	readonly filter: TimelineFilter;
	readonly onChange: (change: Partial<TimelineFilter> | null) => void;
	readonly people: readonly { readonly id: string; readonly name: string }[];
	/** The number of the only passage that is shown, where it is known. */
	readonly passage: number | null;
}

export function TimelineFilters({ filter, onChange, people, passage }: TimelineFiltersProps) {
	const t = useTranslations("timeline");
	const any = Object.values(filter).some((value) => value !== null);
	return (
		<search className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-rule pb-4">
			<Field label={t("person")} className="w-48 max-sm:w-full">
				{(control) => (
					<Select
						{...control}
						value={filter.person ?? ""}
						onChange={({ target }) => onChange({ person: target.value || null })}
					>
						<option value="">{t("anybody")}</option>
						{people.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field label={t("kind")} className="w-56 max-sm:w-full">
				{(control) => (
					<Select
						{...control}
						value={filter.kind ?? ""}
						onChange={({ target }) => onChange({ kind: kindNamed(target.value) })}
					>
						<option value="">{t("anyKind")}</option>
						{workKinds.map((kind) => (
							<option key={kind} value={kind}>
								{t(`kinds.${kind}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Day label={t("from")} value={filter.from} onChange={(from) => onChange({ from })} />
			<Day label={t("until")} value={filter.until} onChange={(until) => onChange({ until })} />
			{any && (
				<div className="flex min-h-9 flex-wrap items-center gap-2">
					{filter.passage !== null && (
						<Button size="sm" title={t("allPassages")} onClick={() => onChange({ passage: null })}>
							{passage === null ? t("onePassage") : t("onlyPassage", { number: passage })}
							<X aria-hidden className="size-3.5" />
						</Button>
					)}
					<Button size="sm" variant="plain" onClick={() => onChange(null)}>
						{t("everything")}
					</Button>
				</div>
			)}
		</search>
	);
}

interface DayProps {
	readonly label: string;
	readonly value: string | null;
	readonly onChange: (day: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
	return (
		<TextField
			label={label}
			type="date"
			fieldClassName="w-40 max-sm:w-full"
			value={value ?? ""}
			onChange={({ target }) => onChange(target.value || null)}
		/>
	);
}

const kindNamed = (name: string): WorkKind | null => workKinds.find((kind) => kind === name) ?? null;
