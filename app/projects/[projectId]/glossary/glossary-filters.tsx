"use client";

import { useTranslations } from "next-intl";
import { useDomainName } from "#app/_glossary/use-domain-name.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field, Select, TextField } from "#app/_ui/field.tsx";
import { type GlossaryPage, termOrigins } from "#lib/core/terms/wire.ts";
import { type GlossaryFilter, statusFilters } from "./glossary-query.ts";

interface GlossaryFiltersProps {
	readonly filter: GlossaryFilter;
	readonly found: GlossaryPage;
	/** Null takes every filter away. */
	readonly onChange: (change: Partial<GlossaryFilter> | null) => void;
}

/** What is looked for. Where a term is from is only asked where there are several kinds. */
export function GlossaryFilters({ filter, found, onChange }: GlossaryFiltersProps) {
	const t = useTranslations("glossary");
	const nameOf = useDomainName();
	const any = Object.values(filter).some((value) => value !== null);
	return (
		<search className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3 pb-4">
			<TextField
				label={t("search")}
				type="search"
				placeholder={t("searchHint")}
				fieldClassName="w-72 max-sm:w-full"
				value={filter.q ?? ""}
				maxLength={200}
				onChange={({ target }) => onChange({ q: target.value || null })}
				onKeyDown={(event) => {
					if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) return;
					event.preventDefault();
					document.querySelector<HTMLElement>("[data-terms] button")?.focus();
				}}
			/>
			<ChoiceField
				label={t("domain")}
				any={t("anyDomain")}
				value={filter.domain}
				options={found.domains.map(({ domain, terms }) => ({
					value: domain,
					label: `${domain === "" ? t("noDomain") : nameOf(domain)} (${terms})`,
				}))}
				onChange={(domain) => onChange({ domain })}
			/>
			<ChoiceField
				label={t("status")}
				any={t("anyStatus")}
				value={filter.status}
				options={statusFilters.map((value) => ({ value, label: t(`statusFilter.${value}`) }))}
				onChange={(status) => onChange({ status })}
			/>
			{(found.origins.length > 1 || filter.origin !== null) && (
				<ChoiceField
					label={t("origin")}
					any={t("anyOrigin")}
					value={filter.origin}
					options={termOrigins.map((value) => ({ value, label: t(`originName.${value}`) }))}
					onChange={(origin) => onChange({ origin })}
				/>
			)}
			{any && (
				<Button size="sm" variant="plain" className="mb-1" onClick={() => onChange(null)}>
					{t("everything")}
				</Button>
			)}
			<p role="status" className={any ? "basis-full text-sm text-ink-soft" : "sr-only"}>
				{any && t("found", { total: found.total })}
			</p>
		</search>
	);
}

interface ChoiceFieldProps<Value extends string> {
	readonly label: string;
	readonly any: string;
	readonly value: Value | null;
	readonly options: readonly { readonly value: Value; readonly label: string }[];
	readonly onChange: (value: Value | null) => void;
}

/** Options are named by their place, so that a domain may be the empty text. */
function ChoiceField<Value extends string>({
	label,
	any,
	value,
	options,
	onChange,
}: ChoiceFieldProps<Value>) {
	const chosen = options.findIndex((option) => option.value === value);
	return (
		<Field label={label} className="w-48 max-sm:w-full">
			{(control) => (
				<Select
					{...control}
					value={chosen < 0 ? "" : String(chosen)}
					onChange={({ target }) =>
						onChange(target.value === "" ? null : (options[Number(target.value)]?.value ?? null))
					}
				>
					<option value="">{any}</option>
					{options.map((option, place) => (
						<option key={option.value} value={place}>
							{option.label}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}
