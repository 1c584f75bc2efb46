"use client";

import { useTranslations } from "next-intl";
import { Field, Select } from "#app/_ui/field.tsx";
import type { AlignerId } from "#lib/core/align/registry.ts";
import { lineByLine } from "./import-form.ts";

interface PairingSelectProps {
	readonly aligners: readonly AlignerId[];
	readonly value: string;
	readonly onChange: (aligner: string) => void;
}

/** How sentences come to stand beside each other: by an aligner, or as their lines have them. */
export function PairingSelect({ aligners, value, onChange }: PairingSelectProps) {
	const t = useTranslations("import");
	return (
		<Field label={t("aligner.label")}>
			{(control) => (
				<Select
					{...control}
					className="h-8 w-auto text-sm"
					value={value}
					onChange={(event) => onChange(event.target.value)}
				>
					{([...aligners, lineByLine] as const).map((id) => (
						<option key={id} value={id} title={t(`aligner.${id}-hint`)}>
							{t(`aligner.${id}`)}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}
