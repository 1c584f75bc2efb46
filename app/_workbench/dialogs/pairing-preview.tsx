"use client";

import { useTranslations } from "next-intl";
import { classNames } from "#app/_ui/class-names.ts";
import { LinkMark, percentOf } from "#app/_ui/state-square.tsx";

interface PreviewSide {
	readonly language: string;
	readonly segments: readonly { readonly kind: string; readonly text: string }[];
}

export interface AttachPreview {
	readonly source: PreviewSide;
	readonly target: PreviewSide;
	readonly rows: readonly (readonly [source: number, target: number, confidence: number | null])[];
}

const mostShown = 200;
/** Where fewer than one in so many passages has both sides, it is hardly the same article. */
const hardlyAny = 5;

interface Pair {
	readonly at: string;
	readonly source: string;
	readonly target: string;
	readonly confidence: number | null;
	/** The side that has nothing here. */
	readonly missing: "source" | "target" | null;
}

function pairsOf({ source, target, rows }: AttachPreview): Pair[] {
	let s = 0;
	let t = 0;
	// What was set aside stands in no row.
	const inRows = (side: PreviewSide) => side.segments.filter(({ kind }) => kind !== "furniture");
	const text = (segments: PreviewSide["segments"], from: number, count: number) =>
		segments
			.slice(from, from + count)
			.map((segment) => segment.text)
			.join(" ");
	const [left, right] = [inRows(source), inRows(target)];
	return rows.slice(0, mostShown).map(([sources, targets, confidence]) => {
		const pair = {
			at: `${s} ${t}`,
			source: text(left, s, sources),
			target: text(right, t, targets),
			confidence: sources > 0 && targets > 0 ? confidence : null,
			missing: sources === 0 ? ("source" as const) : targets === 0 ? ("target" as const) : null,
		};
		s += sources;
		t += targets;
		return pair;
	});
}

function Nothing() {
	return (
		<span aria-hidden className="text-ink-faint">
			—
		</span>
	);
}

/** How the two sides would stand beside each other. */
export function PairingPreview({ preview }: { readonly preview: AttachPreview }) {
	const t = useTranslations("workbench.dialog.attach");
	const { rows, source, target } = preview;
	const count = (accepts: (s: number, t: number) => boolean) => rows.filter(([s, u]) => accepts(s, u)).length;
	const paired = count((s, u) => s > 0 && u > 0);
	return (
		<div className="flex min-h-0 flex-col gap-2">
			<p className="text-ink-soft">
				{t("summary", {
					passages: rows.length,
					paired,
					source: count((_s, u) => u === 0),
					target: count((s) => s === 0),
				})}
			</p>
			{paired * hardlyAny < rows.length && <p className="text-caution">{t("unrelated")}</p>}
			<ol className="border-y border-rule">
				{pairsOf(preview).map(({ at, source: left, target: right, confidence, missing }) => (
					<li
						key={at}
						className={classNames(
							"grid grid-cols-[minmax(0,1fr)_2.5rem_minmax(0,1fr)] items-start gap-2 border-b border-rule px-2 py-1.5 last:border-b-0",
							missing !== null && "bg-sunk",
						)}
					>
						<span lang={source.language} className="reading text-base!">
							{missing === "source" ? <Nothing /> : left}
						</span>
						<span className="flex flex-col items-center pt-1.5 text-xs text-ink-faint">
							<LinkMark link="automatic" confidence={confidence} missing={missing} />
							{confidence !== null && <span aria-hidden>{percentOf(confidence)}</span>}
						</span>
						<span lang={target.language} className="reading text-base!">
							{missing === "target" ? <Nothing /> : right}
						</span>
					</li>
				))}
			</ol>
			{rows.length > mostShown && (
				<p className="text-sm text-ink-faint">{t("more", { count: rows.length - mostShown })}</p>
			)}
		</div>
	);
}
