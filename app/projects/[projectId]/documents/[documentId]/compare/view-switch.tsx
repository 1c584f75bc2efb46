"use client";

import { useTranslations } from "next-intl";
import { classNames } from "#app/_ui/class-names.ts";
import { type ComparisonView, comparisonViews } from "./versions.ts";

interface ViewSwitchProps {
	readonly value: ComparisonView;
	readonly onChange: (view: ComparisonView) => void;
}

export function ViewSwitch({ value, onChange }: ViewSwitchProps) {
	const t = useTranslations("compare.view");
	return (
		<fieldset aria-label={t("label")} className="screen-only flex rounded-md border border-control">
			{comparisonViews.map((view) => (
				<button
					key={view}
					type="button"
					aria-pressed={value === view}
					className={classNames(
						"h-8 px-2.5 text-sm first:rounded-l-[5px] last:rounded-r-[5px]",
						value === view ? "bg-ink text-paper" : "text-ink-soft hover:bg-wash",
					)}
					onClick={() => onChange(view)}
				>
					{t(view)}
				</button>
			))}
		</fieldset>
	);
}
