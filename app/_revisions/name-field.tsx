"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { TextInput } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";

interface NameFieldProps {
	readonly value: string;
	readonly busy: boolean;
	readonly error: unknown;
	readonly onSave: (name: string) => Promise<void>;
	readonly onCancel: () => void;
}

/** The name of a version, being written. */
export function NameField({ value, busy, error, onSave, onCancel }: NameFieldProps) {
	const t = useTranslations("versions");
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => field.current?.select(), []);
	function submit(event: FormEvent): void {
		event.preventDefault();
		const name = field.current?.value.trim() ?? "";
		if (name !== "") void onSave(name);
	}
	return (
		<form onSubmit={submit} className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
			<TextInput
				ref={field}
				autoFocus
				aria-label={t("nameField")}
				className="min-w-40 flex-1"
				defaultValue={value}
				maxLength={100}
				required
				autoComplete="off"
			/>
			<Button size="sm" variant="primary" type="submit" busy={busy}>
				{t("save")}
			</Button>
			<Button size="sm" variant="plain" onClick={onCancel}>
				{t("cancel")}
			</Button>
			<ProblemNote error={error} className="basis-full" />
		</form>
	);
}
