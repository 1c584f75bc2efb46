"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { LinkMark } from "#app/_ui/state-square.tsx";
import type { SegmentKind, Side } from "#lib/core/document/model.ts";
import { type ImportForm, sides } from "./import-form.ts";
import { KindMenu } from "./kind-menu.tsx";
import type { PreviewItem, PreviewLine } from "./preview-lines.ts";
import { ReadProblems } from "./read-problems.tsx";
import type { ChangeForm } from "./use-kept-form.ts";
import type { PreviewState, ShownPreview } from "./use-preview.ts";

interface PreviewPaneProps {
	readonly form: ImportForm;
	readonly change: ChangeForm;
	readonly preview: PreviewState;
}

const linesAtOnce = 200;
/** The first line that is set aside. */
export const asideAnchor = "set-aside";

/** The passages as they will be, the two texts beside each other; every paragraph's kind can be switched. */
export function PreviewPane({ form, change, preview }: PreviewPaneProps) {
	const t = useTranslations("import");
	const [most, setMost] = useState(linesAtOnce);
	const { shown, stale, error, partial } = preview;
	if (!shown && !error) return <div className="h-16" />;
	return (
		<section aria-label={t("preview.label")} className="mt-6 mb-8">
			<h2 className="mb-1 text-md font-semibold">{t("preview.label")}</h2>
			<p className="mb-4 text-sm text-ink-soft">
				{t("preview.hint")}
				{partial && ` ${t("preview.partial")}`}
			</p>
			<ProblemNote error={error} className="mb-4" />
			{shown && <ReadProblems problems={shown.problems} />}
			{shown && (
				<div className={classNames("border-b border-rule transition-opacity", stale && "opacity-60")}>
					<Lines
						most={most}
						preview={shown}
						sourceKinds={form.source.kinds}
						targetKinds={form.target.kinds}
						change={change}
					/>
				</div>
			)}
			{shown && shown.lines.length > most && (
				<Button className="mt-4" onClick={() => setMost(most + 5 * linesAtOnce)}>
					{t("preview.more", { count: shown.lines.length - most })}
				</Button>
			)}
		</section>
	);
}

type Kinds = Readonly<Record<string, SegmentKind>>;

interface LinesProps {
	readonly most: number;
	readonly preview: ShownPreview;
	readonly sourceKinds: Kinds;
	readonly targetKinds: Kinds;
	readonly change: ChangeForm;
}

/** Drawn again only for another preview or another kind, not while somebody types a title. */
const Lines = memo(function Lines({ most, preview, sourceKinds, targetKinds, change }: LinesProps) {
	const kinds = { source: sourceKinds, target: targetKinds };
	const firstAside = preview.lines.find((line) => line.kind === "aside");
	return preview.lines
		.slice(0, most)
		.map((line) => (
			<Line
				key={lineKey(line)}
				id={line === firstAside ? asideAnchor : undefined}
				line={line}
				kinds={kinds}
				change={change}
				preview={preview}
			/>
		));
});

/** By the sentences that open it, so that a menu open in a line stays while lines above are set aside. */
function lineKey(line: PreviewLine): string {
	return sides.map((side) => itemsOn(line, side)[0]?.index ?? "-").join(" ");
}

function itemsOn(line: PreviewLine, side: Side): readonly PreviewItem[] {
	if (line.kind === "passage") return line[side];
	return line.side === side ? [line.item] : [];
}

interface LineProps {
	readonly id: string | undefined;
	readonly line: PreviewLine;
	readonly kinds: Readonly<Record<Side, Kinds>>;
	readonly change: ChangeForm;
	readonly preview: ShownPreview;
}

function Line({ id, line, kinds, change, preview }: LineProps) {
	const two = preview.languages.source !== null && preview.languages.target !== null;
	const starts = sides.some((side) => itemsOn(line, side).some((item) => item.paragraphStart));
	return (
		<div
			id={id}
			className={classNames(
				"grid scroll-mt-4 gap-x-4 row-y-1.5",
				two ? "sm:grid-cols-[minmax(0,1fr)_2rem_minmax(0,1fr)]" : "",
				starts && "border-t border-rule pt-2",
				line.kind === "aside" && "bg-sunk",
			)}
		>
			{sides
				.filter((side) => preview.languages[side] !== null)
				.map((side) => (
					<Cell
						key={side}
						side={side}
						items={itemsOn(line, side)}
						kinds={kinds[side]}
						change={change}
						preview={preview}
						className={side === "target" && two ? "sm:order-3" : undefined}
					/>
				))}
			{two && (
				<span className="hidden justify-center pt-2 sm:order-2 sm:flex">
					{line.kind === "passage" && line.source.length > 0 && line.target.length > 0 && (
						<LinkMark link="automatic" confidence={line.confidence} />
					)}
				</span>
			)}
		</div>
	);
}

interface CellProps {
	readonly side: Side;
	readonly items: readonly PreviewItem[];
	readonly kinds: Kinds;
	readonly change: ChangeForm;
	readonly preview: ShownPreview;
	readonly className?: string | undefined;
}

/** How each kind is set; body text needs nothing. */
const settings: Partial<Readonly<Record<SegmentKind, string>>> = {
	title: "text-lg leading-snug font-semibold",
	heading: "font-semibold",
	meta: "text-base text-ink-soft",
	caption: "text-base text-ink-soft",
	furniture: "text-base text-ink-faint",
};

function Cell({ side, items, kinds, change, preview, className }: CellProps) {
	if (items.length === 0) return <div className={classNames("hidden sm:block", className)} />;
	const first = items.find((item) => item.paragraphStart);
	const facing = preview.languages.source !== null && side === "target";
	return (
		<div
			className={classNames(
				"grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-x-2",
				facing && "sm:grid-cols-[minmax(0,1fr)_5.5rem]",
				className,
			)}
		>
			<div className={classNames("min-w-0 pt-0.5", facing && "sm:order-2 sm:text-right")}>
				{first && preview.keys[side].length > 0 && (
					<KindMenu
						side={side}
						paragraph={first.paragraph}
						kind={kinds[preview.keys[side][first.paragraph] ?? ""] ?? first.kind}
						keys={preview.keys[side]}
						learned={preview.learned[side].includes(first.paragraph)}
						change={change}
					/>
				)}
			</div>
			<p lang={preview.languages[side] ?? undefined} className="measure">
				{items.map((item, place) => (
					<span key={item.index} className={classNames("reading", settings[item.kind])}>
						{place > 0 && <span className="mx-1.5 text-rule-strong">|</span>}
						{item.text}
					</span>
				))}
			</p>
		</div>
	);
}
