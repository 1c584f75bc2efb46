"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "#app/_ui/select-field.tsx";
import type { VersionLabel } from "#lib/core/document/model.ts";
import type { FormatOption } from "#lib/core/formats/contract.ts";
import { layouts } from "#lib/core/formats/deliverable.ts";
import type { DocumentOnScreen } from "../../document-crumbs.ts";
import { VersionPicker } from "../compare/version-picker.tsx";
import { type Choices, commentChoices, isInOrder } from "./choices.ts";

interface FormatChoicesProps {
	readonly document: DocumentOnScreen;
	readonly labels: readonly VersionLabel[];
	readonly options: readonly FormatOption[];
	/** Two columns need both sides. */
	readonly twoSided: boolean;
	readonly choices: Choices;
	readonly onChange: (choices: Partial<Choices>) => void;
}

/** What can be chosen of a format. */
export function FormatChoices(props: FormatChoicesProps) {
	const { document, labels, options, twoSided, choices, onChange } = props;
	const t = useTranslations("word.out");
	return (
		<div className="flex flex-wrap items-end gap-x-4 gap-y-2 pt-1">
			{options.includes("from") && (
				<VersionPicker
					label={t("from")}
					document={document}
					labels={labels}
					value={choices.from}
					end="draft"
					onChange={(from) => onChange({ from })}
				/>
			)}
			{options.includes("layout") && twoSided && (
				<SelectField
					label={t("layout")}
					values={layouts}
					value={choices.layout}
					name={(layout) => t(`layouts.${layout}`)}
					onChange={(layout) => onChange({ layout })}
				/>
			)}
			{options.includes("comments") && (
				<SelectField
					label={t("comments")}
					values={commentChoices}
					value={choices.comments}
					name={(comments) => t(`commentsOf.${comments}`)}
					onChange={(comments) => onChange({ comments })}
				/>
			)}
			{options.includes("from") && !isInOrder(choices) && (
				<p role="status" className="basis-full text-sm text-caution">
					{t("order")}
				</p>
			)}
		</div>
	);
}
