"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Field, Select } from "#app/_ui/field.tsx";
import type { Side } from "#lib/core/document/model.ts";
import type { TableColumns } from "#lib/core/formats/table-columns.ts";
import { useLanguageName } from "../language-name.ts";
import { FileLine } from "./given-card.tsx";
import { type ImportForm, type PairsForm, sides } from "./import-form.ts";
import { LanguageSelect } from "./language-select.tsx";
import { ReadProblems } from "./read-problems.tsx";
import type { ChangeForm } from "./use-kept-form.ts";

interface PairsPaneProps {
	readonly pairs: PairsForm;
	readonly form: ImportForm;
	readonly change: ChangeForm;
}

/** A file that holds both sides: which of its languages or columns is which. */
export function PairsPane({ pairs, form, change }: PairsPaneProps) {
	const t = useTranslations("import");
	const put = (next: Partial<PairsForm>) =>
		change((before) => (before.pairs ? { ...before, pairs: { ...before.pairs, ...next } } : before));
	const { file, columns } = pairs;
	const count = file.report.count - (columns?.header ? 1 : 0);
	return (
		<section aria-label={t("pairs.label")} className="flex flex-col gap-3">
			<p className="flex items-center gap-2 border-y border-rule py-1 text-sm text-ink-soft">
				<FileLine file={file} />
				<span className="text-ink-faint">{t("pairs.count", { count })}</span>
				<Button
					size="sm"
					variant="plain"
					icon={<X aria-hidden className="size-3.5" />}
					onClick={() => change((before) => ({ ...before, pairs: null }))}
				>
					{t("clear")}
				</Button>
			</p>
			<ReadProblems problems={file.report.problems} />
			<div className="flex flex-wrap items-end gap-x-6 gap-y-3">
				{sides.map((side) => (
					<div key={side} className="flex items-end gap-2">
						{columns ? (
							<ColumnSelect side={side} pairs={pairs} columns={columns} put={put} />
						) : (
							<VariantSelect side={side} pairs={pairs} put={put} />
						)}
						<LanguageSelect side={side} form={form} change={change} />
					</div>
				))}
				{columns && (
					<label className="flex h-8 items-center gap-2 text-sm">
						<input
							type="checkbox"
							className="size-4 accent-accent"
							checked={columns.header}
							onChange={(event) => put({ columns: { ...columns, header: event.target.checked } })}
						/>
						{t("pairs.header")}
					</label>
				)}
				{columns && file.report.sheets.length > 1 && (
					<SheetSelect pairs={pairs} columns={columns} put={put} />
				)}
			</div>
		</section>
	);
}

interface VariantSelectProps {
	readonly side: Side;
	readonly pairs: PairsForm;
	readonly put: (next: Partial<PairsForm>) => void;
}

function VariantSelect({ side, pairs, put }: VariantSelectProps) {
	const t = useTranslations("import");
	const name = useLanguageName();
	const { languages } = pairs.file.report;
	const named = (language: string) =>
		language === "" || language === "source" || language === "target"
			? t(`pairs.variant.${language === "" ? "unnamed" : language}`)
			: name(language.replaceAll("_", "-"));
	return (
		<Field label={t(`side.${side}`)}>
			{(control) => (
				<Select
					{...control}
					className="h-8 w-auto text-sm"
					value={pairs[side] ?? "none"}
					onChange={(event) => {
						const chosen =
							languages.find(({ language }) => language === event.target.value)?.language ?? null;
						const other = side === "source" ? "target" : "source";
						// Choosing the language of the other side exchanges the two.
						put({
							[side]: chosen,
							...(chosen !== null && chosen === pairs[other] ? { [other]: pairs[side] } : {}),
						});
					}}
				>
					{languages.map(({ language, units }) => (
						<option key={language} value={language}>
							{t("pairs.language", { language: named(language), count: units })}
						</option>
					))}
					<option value="none">{t("pairs.none")}</option>
				</Select>
			)}
		</Field>
	);
}

interface ColumnProps {
	readonly pairs: PairsForm;
	readonly columns: TableColumns;
	readonly put: (next: Partial<PairsForm>) => void;
}

function ColumnSelect({ side, pairs, columns, put }: ColumnProps & { readonly side: Side }) {
	const t = useTranslations("import");
	const rows = pairs.file.report.rows.filter(
		({ sheet }) => columns.sheet === undefined || sheet === columns.sheet,
	);
	const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const beginning = (column: number) => {
		const text = rows.map(({ cells }) => cells[column] ?? "").find((cell) => cell.trim() !== "") ?? "";
		return [...text.replaceAll(/\s+/g, " ")].slice(0, 24).join("");
	};
	return (
		<Field label={t(`side.${side}`)}>
			{(control) => (
				<Select
					{...control}
					className="h-8 w-auto text-sm"
					value={columns[side] ?? "none"}
					onChange={(event) => {
						const chosen = event.target.value === "none" ? null : Number(event.target.value);
						put({ columns: { ...columns, [side]: chosen } });
					}}
				>
					{Array.from({ length: width }, (_, column) => column).map((column) => (
						<option key={column} value={column}>
							{t("pairs.column", { number: column + 1, text: beginning(column) })}
						</option>
					))}
					<option value="none">{t("pairs.none")}</option>
				</Select>
			)}
		</Field>
	);
}

function SheetSelect({ pairs, columns, put }: ColumnProps) {
	const t = useTranslations("import");
	return (
		<Field label={t("pairs.sheet")}>
			{(control) => (
				<Select
					{...control}
					className="h-8 w-auto text-sm"
					value={columns.sheet ?? pairs.file.report.sheets[0]}
					onChange={(event) => put({ columns: { ...columns, sheet: event.target.value } })}
				>
					{pairs.file.report.sheets.map((sheet) => (
						<option key={sheet} value={sheet}>
							{sheet}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}
