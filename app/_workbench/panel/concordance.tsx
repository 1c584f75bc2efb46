"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { StateSquare } from "#app/_ui/state-square.tsx";
import type { ConcordanceLine, WireConcordance } from "#lib/core/document/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { MarkedText, noMatches } from "../grid/marked-text.tsx";
import { goToPassage } from "../store/travel.ts";

/** Where a text occurs in the whole project, document by document, this one first. */
export function Concordance() {
	const desk = useDesk();
	const t = useTranslations("elsewhere.concordance");
	const asked = useWorkbench((state) => state.concordance);
	const head = useWorkbench((state) => state.head);
	const [text, setText] = useState(asked?.text ?? "");
	const field = useRef<HTMLInputElement>(null);
	const turn = asked?.turn ?? 0;
	useEffect(() => {
		if (turn === 0) return;
		setText(desk.state.get().concordance?.text ?? "");
		field.current?.focus();
	}, [desk, turn]);
	const wanted = asked?.text ?? "";
	const query = useQuery({
		queryKey: ["concordance", head.projectId, wanted, turn],
		queryFn: ({ signal }) => {
			const parameters = new URLSearchParams({ text: wanted, first: head.id });
			return api<WireConcordance>(`/projects/${head.projectId}/concordance?${parameters}`, { signal });
		},
		enabled: wanted !== "",
		networkMode: "always",
	});
	return (
		<div className="flex flex-col gap-3">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					desk.state.set({ concordance: { text: text.trim(), turn: turn + 1 } });
				}}
			>
				<input
					ref={field}
					type="text"
					value={text}
					maxLength={500}
					aria-label={t("label")}
					placeholder={t("label")}
					autoComplete="off"
					spellCheck={false}
					className="h-8 w-full rounded-md border border-control bg-paper px-2.5"
					onChange={(event) => setText(event.target.value)}
					onKeyDown={(event) => {
						if (event.key === "Escape" && !event.nativeEvent.isComposing) desk.focus();
					}}
				/>
			</form>
			{wanted !== "" && query.isPending && <SkeletonRows rows={3} label={t("looking")} />}
			{query.isError && <p className="text-sm text-ink-soft">{t("failed")}</p>}
			{query.data && <Lines found={query.data} />}
		</div>
	);
}

function Lines({ found: { total, more, lines } }: { readonly found: WireConcordance }) {
	const t = useTranslations("elsewhere.concordance");
	const documents = [...new Set(lines.map(({ documentId }) => documentId))];
	return (
		<>
			<p role="status" className="text-sm text-ink-soft">
				{t(more ? "atLeast" : "total", { total })}
				{lines.length > 0 && (more || lines.length < total) && ` ${t("shown", { shown: lines.length })}`}
			</p>
			{documents.map((documentId) => {
				const here = lines.filter((line) => line.documentId === documentId);
				return (
					<section key={documentId}>
						<h2 className="mb-1 text-xs text-ink-faint">{here[0]?.title}</h2>
						<ul className="flex flex-col divide-y divide-rule">
							{here.map((line) => (
								<Line key={`${line.passage} ${line.side} ${line.text}`} line={line} />
							))}
						</ul>
					</section>
				);
			})}
		</>
	);
}

function Line({ line }: { readonly line: ConcordanceLine }) {
	const desk = useDesk();
	const t = useTranslations("elsewhere");
	const { head } = desk.state.get();
	const { documentId, passage, index, side, state, text, places, beside } = line;
	const other = side === "source" ? "target" : "source";
	const name = t("passage", { number: index + 1 });
	const shape = "flex items-center gap-1.5 text-xs text-ink-soft hover:underline";
	return (
		<li className="py-2">
			{documentId === head.id ? (
				<button
					type="button"
					className={shape}
					onClick={() => desk.turns.take(() => goToPassage(desk, passage).then(() => desk.focus()))}
				>
					<StateSquare state={state} withoutSource={false} />
					{name}
				</button>
			) : (
				<Link
					className={shape}
					href={`/projects/${head.projectId}/documents/${documentId}?passage=${passage}`}
				>
					<StateSquare state={state} withoutSource={false} />
					{name}
				</Link>
			)}
			<p lang={desk.language(side)} className="reading text-base!">
				<MarkedText text={text} matches={places} current={null} faults={noMatches} commented={noMatches} />
			</p>
			{beside !== "" && (
				<p lang={desk.language(other)} className="reading text-sm! text-ink-soft">
					<MarkedText
						text={beside}
						matches={noMatches}
						current={null}
						faults={noMatches}
						commented={noMatches}
					/>
				</p>
			)}
		</li>
	);
}
