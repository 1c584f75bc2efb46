"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { textBefore, textBehind } from "#app/_ui/context-text.ts";
import type { Finding } from "#lib/core/qa/contract.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { WireRow } from "../sync/wire.ts";
import { DismissForm } from "./dismiss-form.tsx";
import { FindingSentence } from "./finding-sentence.tsx";
import { useFindingName } from "./use-finding-name.ts";

interface FindingEntryProps {
	readonly finding: Finding;
	readonly row: WireRow;
	/** The one that keys are for. */
	readonly first: boolean;
}

/** One finding: where it is, what it says, and what can be done about it. */
export function FindingEntry({ finding, row, first }: FindingEntryProps) {
	const t = useTranslations("checking");
	const desk = useDesk();
	const nameOf = useFindingName();
	const [dismissing, setDismissing] = useDismissing(first);
	const { check, side, fix, start, end, segment, severity } = finding;
	const text = row[side].find(({ id }) => id === segment)?.text ?? "";
	const whole = end - start === text.length || end === start; // what concerns the passage marks no word
	const may = desk.may(side === "source" ? "source.edit" : "rendering.edit");
	return (
		<li className="flex flex-col items-start gap-1.5 border-b border-rule py-2 first:pt-0 last:border-b-0">
			<p className="text-xs text-ink-faint">
				{t("heading", { name: nameOf(check), severity: t(`severity.${severity}`) })}
			</p>
			{!whole && <FoundText finding={finding} text={text} />}
			<FindingSentence finding={finding} />
			{fix !== null && !may && <p className="text-sm text-ink-faint">{t("mayNot")}</p>}
			<div className="flex flex-wrap gap-2">
				{fix !== null && may && (
					<Button
						size="sm"
						onClick={() => {
							desk.findings.fix(row.id, finding);
							desk.focus();
						}}
					>
						{whole && check === "script-slip" ? (
							t("convert")
						) : (
							<span lang={desk.language(side)}>{fix === "" ? t("remove") : t("fix", { fix })}</span>
						)}
					</Button>
				)}
				{desk.may("finding.dismiss") && !dismissing && (
					<Button size="sm" variant="plain" onClick={() => setDismissing(true)}>
						{t("dismiss")}
					</Button>
				)}
			</div>
			{dismissing && <DismissForm row={row} finding={finding} onEnd={() => setDismissing(false)} />}
		</li>
	);
}

/** Opens also when a key asks for it; each press counts once. */
function useDismissing(first: boolean): [boolean, (open: boolean) => void] {
	const desk = useDesk();
	const asked = useWorkbench((state) => state.dismissing);
	const [open, setOpen] = useState(false);
	useEffect(() => {
		if (!first || asked === desk.dismissalsBegun) return;
		desk.dismissalsBegun = asked; // another passage's first finding is not asked about again
		setOpen(true);
	}, [desk, asked, first]);
	return [open, setOpen];
}

/** Characters shown on each side of what was found. */
const contextLength = 8;

function FoundText({ finding, text }: { readonly finding: Finding; readonly text: string }) {
	const desk = useDesk();
	const { start, end, severity, side } = finding;
	return (
		<p lang={desk.language(side)} className="reading max-w-full break-words text-base!">
			{textBefore(text, start, contextLength)}
			<span className="fault" data-fault={severity}>
				{text.slice(start, end)}
			</span>
			{textBehind(text, end, contextLength)}
		</p>
	);
}
