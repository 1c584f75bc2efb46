"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Kbd } from "#app/_ui/kbd.tsx";
import { TickAll } from "#app/_ui/tick-all.tsx";
import { severities } from "#lib/core/qa/contract.ts";
import type { ListedFinding, WireProjectFindings } from "#lib/core/qa/wire.ts";
import { FindingLine } from "./finding-line.tsx";
import { keyOf } from "./findings-query.ts";
import { lineAfter } from "./line-focus.ts";

interface FindingListProps {
	readonly projectId: string;
	readonly lines: readonly ListedFinding[];
	readonly documents: WireProjectFindings["documents"];
	/** Whether the reader may hold a finding to be none. */
	readonly dismisses: boolean;
	readonly isTicked: (line: ListedFinding) => boolean;
	readonly onTick: (lines: readonly ListedFinding[], on: boolean) => void;
	readonly onDismiss: (line: ListedFinding) => void;
	readonly onTakeBack: (line: ListedFinding) => void;
}

/**
 * Document by document. One stop of Tab for all lines and what stands in the line one is on: arrows, Home and End go
 * from line to line, Enter opens its passage, Space ticks it, and the workbench's key dismisses what is ticked.
 */
export function FindingList(props: FindingListProps) {
	const { projectId, lines, documents, dismisses, isTicked, onTick, onDismiss, onTakeBack } = props;
	const t = useTranslations("projectFindings");
	const list = useRef<HTMLDivElement>(null);
	const [stop, setStop] = useState<string | null>(null);
	const [first] = lines;
	const reachable = lines.some((line) => keyOf(line) === stop) ? stop : first && keyOf(first);

	function onKey(event: KeyboardEvent<HTMLElement>, line: ListedFinding): void {
		if (event.nativeEvent.isComposing || !list.current || !(event.target instanceof Element)) return;
		const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
		const next = plain ? lineAfter(list.current, event.target, event.key) : undefined;
		if (next) next.focus();
		else if (dismisses && plain && event.key === " " && event.target.matches("a"))
			onTick([line], !isTicked(line));
		else if (dismisses && event.altKey && event.code === "F9") onDismiss(line);
		else return;
		event.preventDefault();
	}

	if (lines.length === 0) return null;
	return (
		<div ref={list} className="flex flex-col gap-8">
			<KeyHints ticking={dismisses} />
			{[...Map.groupBy(lines, ({ documentId }) => documentId)].map(([id, these]) => (
				<section key={id} aria-labelledby={`document-${id}`}>
					<div className="flex items-center gap-3 border-b border-rule-strong pb-1.5">
						{dismisses && (
							<TickAll
								label={t("tickAll", { title: these[0]?.title ?? "" })}
								all={these.every(isTicked)}
								some={these.some(isTicked)}
								onChange={(on) => onTick(these, on)}
							/>
						)}
						<h2 id={`document-${id}`} className="min-w-0 flex-1 font-serif text-md">
							<Link
								href={`/projects/${projectId}/documents/${id}`}
								className="underline-offset-4 hover:underline"
							>
								{these[0]?.title}
							</Link>
						</h2>
						<Counted counts={documents.find((document) => document.id === id)} />
					</div>
					<ul aria-labelledby={`document-${id}`}>
						{these.map((line) => (
							<FindingLine
								key={keyOf(line)}
								projectId={projectId}
								line={line}
								dismisses={dismisses}
								reachable={keyOf(line) === reachable}
								ticked={isTicked(line)}
								onTick={(on) => onTick([line], on)}
								onDismiss={() => onDismiss(line)}
								onTakeBack={() => onTakeBack(line)}
								onFocus={() => setStop(keyOf(line))}
								onKeyDown={(event) => onKey(event, line)}
							/>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

function KeyHints({ ticking }: { readonly ticking: boolean }) {
	const t = useTranslations("projectFindings");
	return (
		<p className="screen-only -mb-4 text-sm text-ink-faint max-sm:hidden">
			{t.rich("keys", {
				up: () => <Kbd keys="Up" />,
				down: () => <Kbd keys="Down" />,
				open: () => <Kbd keys="Enter" />,
			})}
			{ticking && " · "}
			{ticking &&
				t.rich("keysTicking", { space: () => <Kbd keys="Space" />, dismiss: () => <Kbd keys="Alt+F9" /> })}
		</p>
	);
}

function Counted({ counts }: { readonly counts: WireProjectFindings["documents"][number] | undefined }) {
	const t = useTranslations("projectFindings");
	const checking = useTranslations("checking");
	return (
		<span className="text-sm text-ink-faint tabular-nums">
			{severities
				.flatMap((severity) => {
					const count = counts?.[severity] ?? 0;
					return count > 0 ? [t("counted", { count, severity: checking(`severity.${severity}`) })] : [];
				})
				.join(" · ")}
		</span>
	);
}
