"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDomainName } from "#app/_glossary/use-domain-name.ts";
import { Button } from "#app/_ui/button.tsx";
import type { TermRendering } from "#lib/core/terms/term.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { insertRendering } from "../store/term-actions.ts";
import { type TermOfRow, termsOfRow } from "../store/terms-of-row.ts";

/** What the glossary says of the terms of the passage one is on. */
export function Terms() {
	const desk = useDesk();
	const t = useTranslations("glossary.here");
	const terms = useWorkbench((state) => state.terms);
	useWorkbench((state) => state.place?.passage ?? null);
	useWorkbench((state) => state.turn);
	const row = desk.row();
	const found = row && terms ? termsOfRow(row, terms.matcher) : [];
	const glossary = `/projects/${desk.options.head.projectId}/glossary`;
	return (
		<div className="flex flex-col gap-3">
			{found.length > 0 ? (
				<ul aria-label={t("label")} className="flex flex-col divide-y divide-rule">
					{found.map((one) => (
						<OneTerm key={one.term.id} {...one} href={`${glossary}?term=${one.term.id}`} />
					))}
				</ul>
			) : (
				<p className="text-sm text-ink-soft">
					{t(terms === null ? "looking" : terms.matcher.size === 0 ? "empty" : "none")}
				</p>
			)}
			<p className="flex flex-wrap items-center gap-2">
				{desk.may("glossary.edit") && (
					<Button size="sm" onClick={() => desk.openDialog("addTerm")}>
						{t("add")}
					</Button>
				)}
				<Link href={glossary} className="text-sm text-ink-soft underline-offset-4 hover:underline">
					{t("all")}
				</Link>
			</p>
		</div>
	);
}

function OneTerm({ term, written, used, href }: TermOfRow & { readonly href: string }) {
	const desk = useDesk();
	const nameOf = useDomainName();
	return (
		<li className="flex flex-col gap-1 py-2.5 first:pt-0">
			<p className="flex flex-wrap items-baseline gap-x-2">
				<Link
					href={href}
					lang={desk.language("source")}
					className="reading text-base! underline-offset-4 hover:underline"
				>
					{written}
				</Link>
				{term.domain !== "" && <span className="text-xs text-ink-faint">{nameOf(term.domain)}</span>}
			</p>
			<ul className="flex flex-col gap-1">
				{term.renderings.map((rendering) => (
					<Rendering key={rendering.text} rendering={rendering} used={used.has(rendering)} />
				))}
			</ul>
			{term.note !== "" && <p className="text-sm text-ink-soft">{term.note}</p>}
		</li>
	);
}

interface RenderingProps {
	readonly rendering: TermRendering;
	/** The rendering of the passage has it. */
	readonly used: boolean;
}

const looks = {
	preferred: "font-medium",
	allowed: "text-ink-soft",
	forbidden: "text-danger line-through decoration-1",
} as const;

/** One that may be used is written at the caret by a click. */
function Rendering({ rendering: { text, status, note, authority }, used }: RenderingProps) {
	const desk = useDesk();
	const t = useTranslations("glossary");
	const insertable = status !== "forbidden" && desk.may("rendering.edit");
	const shape = `text-left text-sm ${looks[status]}`;
	const said = [note, authority].filter((part) => part !== "").join(" · ");
	return (
		<li className="flex items-start gap-1.5">
			<span className="mt-0.5 size-3.5 shrink-0">
				{used && (
					<>
						<Check aria-hidden className={status === "forbidden" ? "size-3.5 text-danger" : "size-3.5"} />
						<span className="sr-only">{t("here.used")}</span>
					</>
				)}
			</span>
			<span className="min-w-0">
				{insertable ? (
					<button
						type="button"
						lang="en"
						title={t("here.insert")}
						className={`${shape} underline decoration-rule-strong decoration-dotted underline-offset-4 hover:decoration-current`}
						onClick={() => insertRendering(desk, text)}
					>
						{text}
					</button>
				) : (
					<span lang="en" className={shape}>
						{text}
					</span>
				)}
				<span className="sr-only">, {t(`statusName.${status}`)}</span>
				{said !== "" && <span className="block text-xs text-ink-faint">{said}</span>}
			</span>
		</li>
	);
}
