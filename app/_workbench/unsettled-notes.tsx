"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "./desk-context.tsx";
import type { Desk } from "./store/desk.ts";
import { goToSegment } from "./store/go-to-segment.ts";
import type { Trouble } from "./store/state.ts";
import { useSentence } from "./use-voice.ts";

const line = "flex flex-wrap items-center gap-2 py-1";

/** The sign stays beside the words on a narrow screen. */
function Words({ children }: { readonly children: string }) {
	return (
		<span className="flex items-start gap-2">
			<TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			{children}
		</span>
	);
}

/** What was typed and waits for a person, below the header's own line, which stays as it is. */
export function UnsettledNotes() {
	const troubles = useWorkbench((state) => state.troubles);
	const elsewhere = useWorkbench(({ conflicts, place }) => {
		const here = place !== null && conflicts.has(place.segment ?? "");
		return conflicts.size - (here ? 1 : 0);
	});
	if (troubles.length === 0 && elsewhere === 0) return null;
	return (
		<div className="order-last max-h-40 basis-full overflow-y-auto border-t border-rule px-1 py-0.5 text-sm text-danger">
			{elsewhere > 0 && <UndecidedNote count={elsewhere} />}
			{troubles.map((trouble) => (
				<TroubleNote key={trouble.segment} trouble={trouble} />
			))}
		</div>
	);
}

function UndecidedNote({ count }: { readonly count: number }) {
	const desk = useDesk();
	const t = useTranslations("workbench.status");
	return (
		<div role="alert" className={line}>
			<Words>{t("undecided", { count })}</Words>
			<Button size="sm" onClick={() => void goToUndecided(desk)}>
				{t("decide")}
			</Button>
		</div>
	);
}

/** Where it cannot be gone to, mine is shown to be copied. */
async function goToUndecided(desk: Desk): Promise<void> {
	const { conflicts, place } = desk.state.get();
	const [segment, conflict] = [...conflicts].find(([id]) => id !== place?.segment) ?? [];
	if (segment === undefined || !conflict) return;
	desk.state.set({ mode: "review" });
	const found = await desk.turns.run(() => goToSegment(desk, segment, conflict.passage));
	desk.focus();
	if (found) return;
	desk.state.set({ conflicts: new Map([...desk.state.get().conflicts].filter(([id]) => id !== segment)) });
	desk.settlement.tell({ key: "notArrived", values: {}, text: conflict.mine, segment });
}

function TroubleNote({ trouble }: { readonly trouble: Trouble }) {
	const desk = useDesk();
	const t = useTranslations("workbench.status");
	const sentence = useSentence();
	const { key, values, text, segment } = trouble;
	return (
		<div role="alert" data-save-status className={line}>
			<Words>{t("failed", { reason: sentence(key, values) })}</Words>
			<q className="max-w-prose min-w-0 truncate text-ink" title={text}>
				{text}
			</q>
			<Button size="sm" onClick={() => void navigator.clipboard.writeText(text)}>
				{t("copyText")}
			</Button>
			<Button
				size="sm"
				variant="plain"
				onClick={() => {
					desk.settlement.dismiss(segment);
					desk.focus(); // the button is gone
				}}
			>
				{t("discard")}
			</Button>
		</div>
	);
}
