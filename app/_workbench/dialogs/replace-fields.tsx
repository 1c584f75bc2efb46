"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field, Select, TextInput } from "#app/_ui/field.tsx";
import { useDesk } from "../desk-context.tsx";
import type { FindOptions } from "../store/find-options.ts";

/** Passages that are left out: none, approved ones, or reviewed ones too. */
export const leaves = ["none", "approved", "reviewed"] as const;
export type Leave = (typeof leaves)[number];

/** What is to be replaced by what, and where. */
export interface Wanted {
	readonly text: string;
	readonly options: FindOptions;
	readonly replacement: string;
	readonly leave: Leave;
}

interface ReplaceFieldsProps {
	readonly wanted: Wanted;
	readonly onChange: (wanted: Wanted) => void;
	readonly problem: string | null;
	readonly switches: ReactNode;
}

export function ReplaceFields({ wanted, onChange, problem, switches }: ReplaceFieldsProps) {
	const desk = useDesk();
	const t = useTranslations("replace");
	const { text, replacement, options, leave } = wanted;
	const bothSides = desk.twoSided && desk.may("source.edit");
	return (
		<div className="flex flex-col gap-3">
			<div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
				<Field label={t("find")} error={problem}>
					{(control) => (
						<TextInput
							{...control}
							value={text}
							maxLength={500}
							autoComplete="off"
							spellCheck={false}
							onChange={(event) => onChange({ ...wanted, text: event.target.value })}
						/>
					)}
				</Field>
				<Field label={t("with")} {...(options.regex && { hint: t("captures") })}>
					{(control) => (
						<TextInput
							{...control}
							value={replacement}
							maxLength={2_000}
							autoComplete="off"
							spellCheck={false}
							onChange={(event) => onChange({ ...wanted, replacement: event.target.value })}
						/>
					)}
				</Field>
			</div>
			<div className="flex flex-wrap items-center gap-3">
				{switches}
				<Select
					aria-label={t("leave.label")}
					className="w-auto max-w-full"
					value={leave}
					onChange={({ target: { value } }) =>
						onChange({ ...wanted, leave: leaves.find((one) => one === value) ?? "none" })
					}
				>
					{leaves.map((one) => (
						<option key={one} value={one}>
							{t(`leave.${one}`)}
						</option>
					))}
				</Select>
				{bothSides && (
					<Select
						aria-label={t("side.label")}
						className="w-auto max-w-full"
						value={options.side ?? "target"}
						onChange={({ target: { value } }) =>
							onChange({
								...wanted,
								options: { ...options, side: value === "source" ? "source" : "target" },
							})
						}
					>
						<option value="target">{t("side.target")}</option>
						<option value="source">{t("side.source")}</option>
					</Select>
				)}
			</div>
		</div>
	);
}
