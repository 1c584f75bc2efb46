"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#app/_ui/button.tsx";
import type { WireComparison } from "#lib/core/diff/compare.ts";
import type { ComparisonView } from "./versions.ts";
import { ViewSwitch } from "./view-switch.tsx";

interface ComparisonToolsProps {
	readonly comparison: WireComparison | undefined;
	readonly wordsOnly: boolean;
	readonly onWordsOnly: (wordsOnly: boolean) => void;
	readonly view: ComparisonView;
	readonly onView: (view: ComparisonView) => void;
	readonly onStep: (direction: 1 | -1) => void;
}

/** How much changed, and how it is looked at. */
export function ComparisonTools({
	comparison,
	wordsOnly,
	onWordsOnly,
	view,
	onView,
	onStep,
}: ComparisonToolsProps) {
	const t = useTranslations("compare");
	const hidden = comparison?.rows.filter((row) => row.punctuationOnly).length ?? 0;
	return (
		<div className="flex flex-1 flex-col items-end gap-2">
			<p aria-live="polite" className="min-h-lh text-ink-soft">
				{comparison && t("changed", { passages: comparison.passages, words: comparison.words })}
			</p>
			<div className="screen-only flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
				<label className="flex items-center gap-2">
					<input
						type="checkbox"
						className="size-4 accent-accent"
						checked={wordsOnly}
						onChange={(event) => onWordsOnly(event.target.checked)}
					/>
					{t("hidePunctuation", { count: hidden })}
				</label>
				<ViewSwitch value={view} onChange={onView} />
				<span className="flex gap-1">
					<IconButton
						label={t("previous")}
						keys="Shift+F8"
						icon={<ArrowUp aria-hidden className="size-4" />}
						onClick={() => onStep(-1)}
					/>
					<IconButton
						label={t("next")}
						keys="F8"
						icon={<ArrowDown aria-hidden className="size-4" />}
						onClick={() => onStep(1)}
					/>
				</span>
			</div>
		</div>
	);
}
