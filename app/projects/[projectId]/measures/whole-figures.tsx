"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import type { WireDocumentMeasures, WireProjectMeasures } from "#lib/core/measure/wire.ts";
import { Bands } from "./bands.tsx";
import { Headline } from "./headline.tsx";
import { OverTime } from "./over-time.tsx";
import { PeopleTable } from "./people-table.tsx";
import type { Scope } from "./use-measures.ts";

interface WholeFiguresProps {
	readonly found: WireDocumentMeasures | WireProjectMeasures;
	readonly scope: Scope;
	readonly outdated: boolean;
	/** Documents or passages, one by one. */
	readonly children: ReactNode;
}

/** What a document's page and a project's have in common. */
export function WholeFigures({ found, scope, outdated, children }: WholeFiguresProps) {
	const t = useTranslations("measures");
	const { total, people, days, everyone, drafts } = found;
	if (total.passages === 0) {
		const other = scope.passages === "confirmed" ? "confirmed" : "drafts";
		return <EmptyState title={t(`nothing.${other}.title`)}>{t(`nothing.${other}.body`)}</EmptyState>;
	}
	const untouched = total.passages - total.edited;
	const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
	return (
		<div
			aria-busy={outdated}
			className={outdated ? "flex flex-col gap-12 opacity-50" : "flex flex-col gap-12"}
		>
			<div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<div className="flex flex-col gap-3">
					<p className="text-ink-soft" aria-live="polite">
						{t(`summary.${drafts}`, { passages: total.passages, untouched, edited: total.edited })}
					</p>
					<Headline
						total={total}
						minutes={everyone || days.length > 0 ? minutes : null}
						everyone={everyone}
					/>
				</div>
				<div className="lg:pt-1">
					<Bands bands={total.bands} />
				</div>
			</div>
			<OverTime days={days} everyone={everyone} />
			<PeopleTable people={people} everyone={everyone} />
			{children}
		</div>
	);
}
