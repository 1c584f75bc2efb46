"use client";

import { useTranslations } from "next-intl";
import { Choice, TextField } from "#app/_ui/field.tsx";
import type { Origin } from "#lib/core/document/model.ts";

const kinds = ["machine", "human", "unknown"] as const;

interface OriginFieldsProps {
	readonly origin: Origin;
	readonly onChange: (origin: Origin) => void;
}

/** Who wrote a draft: an engine by its name, people, or nobody knows. */
export function OriginFields({ origin, onChange }: OriginFieldsProps) {
	const t = useTranslations("workbench.dialog.details");
	return (
		<div className="flex flex-col gap-2">
			<Choice
				label={t("originOf")}
				inline
				value={origin.kind}
				onChange={(kind) => onChange(kind === "machine" ? { kind, engine: "" } : { kind })}
				options={kinds.map((value) => ({ value, label: t(value) }))}
			/>
			{origin.kind === "machine" && (
				<TextField
					label={t("engine")}
					hint={t("originHint")}
					required
					maxLength={200}
					value={origin.engine}
					onChange={(event) => onChange({ kind: "machine", engine: event.target.value })}
				/>
			)}
		</div>
	);
}
