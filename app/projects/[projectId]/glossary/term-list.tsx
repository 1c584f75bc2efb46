"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { RenderingText } from "#app/_glossary/rendering-text.tsx";
import { useDomainName } from "#app/_glossary/use-domain-name.ts";
import { renderingStatuses } from "#lib/core/terms/term.ts";
import type { StoredTerm } from "#lib/core/terms/wire.ts";

interface TermListProps {
	readonly terms: readonly StoredTerm[];
	readonly onOpen: (id: string) => void;
}

/** One stop of Tab; arrows go from term to term, Home and End to the first and the last. */
export function TermList({ terms, onOpen }: TermListProps) {
	const t = useTranslations("glossary");
	const list = useRef<HTMLUListElement>(null);
	const [stop, setStop] = useState<string | null>(null);
	const reachable = terms.some(({ id }) => id === stop) ? stop : terms[0]?.id;

	function move(event: KeyboardEvent<HTMLButtonElement>): void {
		const lines = [...(list.current?.querySelectorAll("button") ?? [])];
		const here = lines.indexOf(event.currentTarget);
		const places: Record<string, number> = {
			ArrowDown: here + 1,
			ArrowUp: here - 1,
			Home: 0,
			End: lines.length - 1,
		};
		const next = lines[places[event.key] ?? -1];
		if (!next) return;
		event.preventDefault();
		next.focus();
	}

	if (terms.length === 0) return null;
	return (
		<>
			<div
				aria-hidden
				className="grid gap-x-8 border-b border-rule px-1 pb-1.5 text-sm text-ink-faint sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
			>
				<span>{t("columns.source")}</span>
				<span className="max-sm:hidden">{t("columns.renderings")}</span>
			</div>
			<ul ref={list} data-terms aria-label={t("list")}>
				{terms.map((term) => (
					<li key={term.id} className="border-b border-rule">
						<button
							type="button"
							tabIndex={term.id === reachable ? 0 : -1}
							className="grid w-full gap-x-8 gap-y-1 px-1 text-left row-y-3 hover:bg-wash sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
							onFocus={() => setStop(term.id)}
							onKeyDown={move}
							onClick={() => onOpen(term.id)}
						>
							<TermSource term={term} />
							<Renderings term={term} />
						</button>
					</li>
				))}
			</ul>
		</>
	);
}

function TermSource({ term }: { readonly term: StoredTerm }) {
	const nameOf = useDomainName();
	const { simplified, traditional, domain } = term;
	return (
		<span className="min-w-0">
			<span lang="zh-Hans" className="reading block">
				{simplified}
				{traditional !== simplified && (
					<span lang="zh-Hant" className="reading ml-3 text-ink-faint">
						{traditional}
					</span>
				)}
			</span>
			{domain !== "" && <span className="block text-sm text-ink-faint">{nameOf(domain)}</span>}
		</span>
	);
}

function Renderings({ term }: { readonly term: StoredTerm }) {
	const t = useTranslations("glossary");
	if (term.renderings.length === 0) return <span className="text-ink-faint">{t("noRendering")}</span>;
	return (
		<span className="flex min-w-0 flex-col gap-0.5">
			{renderingStatuses.map((status) => {
				const these = term.renderings.filter((rendering) => rendering.status === status);
				return (
					these.length > 0 && (
						<span key={status} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
							{these.map((rendering) => (
								<span key={rendering.text}>
									<RenderingText rendering={rendering} />
									{rendering.note !== "" && (
										<span className="ml-2 text-sm text-ink-faint">{rendering.note}</span>
									)}
								</span>
							))}
						</span>
					)
				);
			})}
		</span>
	);
}
