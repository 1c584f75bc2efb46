"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Field, TextArea, TextField } from "#app/_ui/field.tsx";
import { RenderingFields } from "./rendering-fields.tsx";
import type { TermForm } from "./term-form.ts";
import { useDomainName } from "./use-domain-name.ts";

interface TermFieldsProps {
	readonly form: TermForm;
	readonly onChange: (change: (form: TermForm) => TermForm) => void;
	/** Domains of other terms, to choose from. */
	readonly domains: readonly string[];
	/** Somebody tried to save it without a source. */
	readonly missing: boolean;
}

type Script = "simplified" | "traditional";
const otherOf = { simplified: "traditional", traditional: "simplified" } as const;
const tagOf = { simplified: "zh-Hans", traditional: "zh-Hant" } as const;

/** A term on facing columns: the source and what is said of it, and its renderings. */
export function TermFields({ form, onChange, domains, missing }: TermFieldsProps) {
	const t = useTranslations("glossary.form");
	const nameOf = useDomainName();
	const list = useId();
	const typed = useRef(new Set<Script>());
	const isMissing = missing && form.simplified.trim() === "" && form.traditional.trim() === "";

	/** The script that nobody wrote by hand here follows the other. */
	async function convert(from: Script): Promise<void> {
		const [to, text] = [otherOf[from], form[from].trim()];
		if (!typed.current.has(from) || typed.current.has(to) || text === "") return;
		const { loadConverter } = await import("#lib/core/scripts/convert.ts");
		const converted = (await loadConverter(tagOf[to]))(text);
		onChange((now) => (now[from].trim() === text ? { ...now, [to]: converted } : now));
	}

	const scriptField = (script: Script) => (
		<TextField
			label={t(script)}
			lang={tagOf[script]}
			className="reading h-10"
			value={form[script]}
			maxLength={100}
			autoComplete="off"
			{...(script === "simplified" && isMissing && { error: t("sourceMissing") })}
			onChange={({ target }) => {
				typed.current.add(script);
				if (target.value === "") typed.current.delete(script);
				onChange((now) => ({ ...now, [script]: target.value }));
			}}
			onBlur={() => void convert(script).catch(() => undefined)}
		/>
	);
	return (
		<div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
			<div className="flex flex-col gap-4">
				{scriptField("simplified")}
				{scriptField("traditional")}
				<p className="text-sm text-ink-faint">{t("scriptsHint")}</p>
				<TextField
					label={t("domain")}
					list={list}
					placeholder={t("domainHint")}
					value={form.domain}
					maxLength={60}
					autoComplete="off"
					{...(nameOf(form.domain) !== form.domain && {
						hint: t("domainShown", { name: nameOf(form.domain) }),
					})}
					onChange={({ target }) => onChange((now) => ({ ...now, domain: target.value }))}
				/>
				<datalist id={list}>
					{domains.map((domain) => (
						<option key={domain} value={domain} label={nameOf(domain)} />
					))}
				</datalist>
				<Field label={t("note")}>
					{(control) => (
						<TextArea
							{...control}
							rows={3}
							value={form.note}
							maxLength={1_000}
							onChange={({ target }) => onChange((now) => ({ ...now, note: target.value }))}
						/>
					)}
				</Field>
			</div>
			<RenderingFields form={form} onChange={onChange} />
		</div>
	);
}
