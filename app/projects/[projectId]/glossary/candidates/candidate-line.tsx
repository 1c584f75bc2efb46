"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { MarkedText, noMatches } from "#app/_workbench/grid/marked-text.tsx";
import type { MarkedPlaces, WireCandidate } from "#lib/core/terms/wire.ts";

interface CandidateLineProps {
	readonly projectId: string;
	readonly candidate: WireCandidate;
	readonly onAccept: () => void;
	readonly onDismiss: () => void;
}

/** A candidate on facing columns, with the passages that speak for it. */
export function CandidateLine({ projectId, candidate, onAccept, onDismiss }: CandidateLineProps) {
	const t = useTranslations("glossary.candidates");
	const { source, rendering, passages, together, examples } = candidate;
	return (
		<li className="flex flex-col gap-2 border-b border-rule py-3">
			<div className="grid items-baseline gap-x-8 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
				<span lang="zh" className="reading">
					{source}
				</span>
				<span className="flex flex-wrap items-baseline gap-x-3">
					<span lang="en" className="reading">
						{rendering}
					</span>
					<span className="text-sm text-ink-faint">{t("share", { together, passages })}</span>
				</span>
				<span className="flex gap-2">
					<Button size="sm" aria-label={t("acceptOf", { source })} onClick={onAccept}>
						{t("accept")}
					</Button>
					<Button size="sm" variant="plain" aria-label={t("dismissOf", { source })} onClick={onDismiss}>
						{t("dismiss")}
					</Button>
				</span>
			</div>
			<details>
				<summary className="w-fit text-sm text-ink-soft hover:underline">
					{t("examples", { count: examples.length })}
				</summary>
				<ul className="flex flex-col divide-y divide-rule pt-1 pl-4">
					{examples.map((example) => (
						<li
							key={`${example.documentId} ${example.passage}`}
							className="grid gap-x-8 gap-y-1 py-2 sm:grid-cols-2"
						>
							<Link
								href={`/projects/${projectId}/documents/${example.documentId}?passage=${example.passage}`}
								className="text-sm text-ink-soft underline-offset-4 hover:underline sm:col-span-2"
							>
								{t("place", { title: example.title, number: example.index + 1 })}
							</Link>
							<Marked language="zh" marked={example.source} />
							<Marked language="en" marked={example.target} />
						</li>
					))}
				</ul>
			</details>
		</li>
	);
}

function Marked({ language, marked }: { readonly language: string; readonly marked: MarkedPlaces }) {
	return (
		<p lang={language} className="reading text-base!">
			<MarkedText
				text={marked.text}
				matches={marked.places}
				current={null}
				faults={noMatches}
				commented={noMatches}
			/>
		</p>
	);
}
