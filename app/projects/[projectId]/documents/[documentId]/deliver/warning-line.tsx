"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Readiness, Warning } from "./warnings.ts";

interface WarningsProps {
	readonly warnings: readonly Warning[];
	readonly readiness: Readiness;
}

/** What is not done yet, in one line. It warns, it never blocks. */
export function Warnings({ warnings, readiness }: WarningsProps) {
	const t = useTranslations("deliver");
	if (warnings.length === 0) return null;
	return (
		<p className="flex items-start gap-2 text-sm text-caution">
			<TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			<span>
				{warnings
					.map((warning) => t(`warning.${warning}`, { count: readiness[warning], total: readiness.passages }))
					.join(" ")}
			</span>
		</p>
	);
}

export function Ready({ readiness }: { readonly readiness: Readiness }) {
	const t = useTranslations("deliver");
	return (
		<p className="flex items-start gap-2 text-sm text-ink-soft">
			<CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-state-reviewed" />
			{t("ready", { count: readiness.passages })}
		</p>
	);
}
