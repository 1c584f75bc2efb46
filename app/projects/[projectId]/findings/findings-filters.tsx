"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Field, Select } from "#app/_ui/field.tsx";
import { useFindingName } from "#app/_workbench/panel/use-finding-name.ts";
import { severities } from "#lib/core/qa/contract.ts";
import type { FindingCount, WireProjectFindings } from "#lib/core/qa/wire.ts";
import { type FindingsFilter, findingStates } from "./findings-query.ts";

export const nothingChosen = { check: null, severity: null, document: null, state: null };

interface FindingsFiltersProps {
	readonly filter: FindingsFilter;
	readonly found: WireProjectFindings;
	/** Null takes every filter away. */
	readonly onChange: (change: Partial<FindingsFilter> | null) => void;
}

type State = FindingsFilter["state"];

const countIn = ({ open, dismissed }: FindingCount, state: State) =>
	(state === "dismissed" ? 0 : open) + (state === "open" ? 0 : dismissed);

const sumIn = (counts: readonly FindingCount[], state: State) =>
	counts.reduce((sum, count) => sum + countIn(count, state), 0);

/** What is looked for; each choice says how many it would leave, the others as they are. */
export function FindingsFilters({ filter, found, onChange }: FindingsFiltersProps) {
	const t = useTranslations("projectFindings");
	const checking = useTranslations("checking");
	const nameOf = useFindingName();
	const { check, severity, document, state } = filter;
	const ofCheck = found.counts.filter((count) => check === null || count.check === check);
	const ofSeverity = found.counts.filter((count) => severity === null || count.severity === severity);
	const ofBoth = ofCheck.filter((count) => severity === null || count.severity === severity);
	const checks = [...new Set(found.counts.map((count) => count.check))].map((one) => ({
		value: one,
		name: nameOf(one),
		count: sumIn(
			ofSeverity.filter((count) => count.check === one),
			state,
		),
	}));
	const any = check !== null || severity !== null || document !== null || state !== "open";
	return (
		<search className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3 pb-4">
			<CountedSelect
				label={t("check")}
				any={checking("everyCheck")}
				value={check}
				nameOfValue={nameOf}
				options={checks.filter(({ count }) => count > 0)}
				onChange={(value) => onChange({ check: value })}
			/>
			<CountedSelect
				label={t("severity")}
				any={checking("everySeverity")}
				value={severity}
				options={severities.map((one) => ({
					value: one,
					name: checking(`severity.${one}`),
					count: sumIn(
						ofCheck.filter((count) => count.severity === one),
						state,
					),
				}))}
				onChange={(value) => onChange({ severity: severities.find((one) => one === value) ?? null })}
			/>
			<CountedSelect
				label={t("document")}
				any={t("anyDocument")}
				value={document}
				nameOfValue={() => t("thisDocument")}
				options={found.documents.map(({ id, title, critical, major, minor }) => ({
					value: id,
					name: title,
					count: { critical, major, minor, all: critical + major + minor }[severity ?? "all"],
				}))}
				onChange={(value) => onChange({ document: value })}
			/>
			<CountedSelect
				label={t("state")}
				value={state}
				options={findingStates.map((one) => ({
					value: one,
					name: t(`stateName.${one}`),
					count: sumIn(ofBoth, one),
				}))}
				onChange={(value) => onChange({ state: findingStates.find((one) => one === value) ?? "open" })}
			/>
			{any && (
				<Button size="sm" variant="plain" className="mb-1" onClick={() => onChange(null)}>
					{t("everything")}
				</Button>
			)}
			<p role="status" className={found.listed > 0 ? "basis-full text-sm text-ink-soft" : "sr-only"}>
				{t("found", { total: found.listed, documents: document === null ? found.documents.length : 1 })}
			</p>
		</search>
	);
}

interface CountedSelectProps {
	readonly label: string;
	/** What is called not to choose; without it one has to. */
	readonly any?: string;
	readonly value: string | null;
	readonly options: readonly { readonly value: string; readonly name: string; readonly count: number }[];
	/** Of a chosen one that is none of the options any more. */
	readonly nameOfValue?: (value: string) => string;
	readonly onChange: (value: string | null) => void;
}

function CountedSelect(props: CountedSelectProps) {
	const { label, any, value, options, nameOfValue = (gone) => gone, onChange } = props;
	const checking = useTranslations("checking");
	const isListed = value === null || options.some((option) => option.value === value);
	const listed = isListed ? options : [...options, { value, name: nameOfValue(value), count: 0 }];
	return (
		<Field label={label} className="w-48 max-sm:w-[calc(50%-0.5rem)]">
			{(control) => (
				<Select
					{...control}
					value={value ?? ""}
					onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
				>
					{any !== undefined && <option value="">{any}</option>}
					{listed.map((option) => (
						<option key={option.value} value={option.value}>
							{checking("option", { name: option.name, count: option.count })}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}
