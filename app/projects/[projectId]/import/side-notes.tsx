"use client";

import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "#app/_ui/button.tsx";
import { FieldError } from "#app/_ui/field.tsx";
import type { Side } from "#lib/core/document/model.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import { type ImportForm, looksMisplaced } from "./import-form.ts";
import type { ChangeForm } from "./use-kept-form.ts";

interface TextTroubleProps {
	readonly side: Side;
	readonly text: string;
	readonly areaId: string;
	/** Brings the text area back where it is put away. */
	readonly onShow: () => void;
}

/** What cannot be stored, with its place, and a way there. */
export function TextTrouble({ text, areaId, onShow }: TextTroubleProps) {
	const t = useTranslations("import");
	const problems = useTranslations("problems");
	const check = useMemo(() => checkText(text), [text]);
	if (check.ok) return null;
	return (
		<FieldError>
			{problems(check.key, { line: check.line, column: check.column })}{" "}
			<button
				type="button"
				className="underline underline-offset-3"
				onClick={() => {
					onShow();
					requestAnimationFrame(() => {
						const area = document.getElementById(areaId);
						if (!(area instanceof HTMLTextAreaElement)) return;
						area.focus();
						area.setSelectionRange(check.index, check.index + 1);
					});
				}}
			>
				{t("goThere")}
			</button>
		</FieldError>
	);
}

interface MisplacedProps {
	readonly side: Side;
	readonly form: ImportForm;
	readonly change: ChangeForm;
}

export function Misplaced({ side, form, change }: MisplacedProps) {
	const t = useTranslations("import");
	if (!looksMisplaced(form, side)) return null;
	return (
		<p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-caution">
			{t(`misplaced.${side}`)}
			<Button
				size="sm"
				icon={<ArrowLeftRight aria-hidden className="size-4" />}
				onClick={() => change((before) => ({ ...before, source: before.target, target: before.source }))}
			>
				{t("swap")}
			</Button>
		</p>
	);
}
