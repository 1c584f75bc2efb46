"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useRef, useState } from "react";
import { api, Problem } from "../../_ui/api.ts";
import { Button } from "../../_ui/button.tsx";
import { TextField } from "../../_ui/field.tsx";
import { ProblemNote, useProblemSentence } from "../../_ui/problem-note.tsx";
import { toast } from "../../_ui/toast.tsx";
import { Section } from "./section.tsx";

export interface PasswordFormProps {
	readonly hasPassword: boolean;
	/** For the browser's password keeper. */
	readonly email: string;
	readonly length: { readonly least: number; readonly recommended: number; readonly most: number };
}

type FieldName = "current" | "password";

/** The field that a refusal is about, if it names one. */
function fieldOf(error: unknown): FieldName | null {
	const field = error instanceof Problem ? error.values["field"] : null;
	return field === "current" || field === "password" ? field : null;
}

export function PasswordForm({ hasPassword, email, length }: PasswordFormProps) {
	const t = useTranslations("accounts.password");
	const sentence = useProblemSentence();
	const router = useRouter();
	const form = useRef<HTMLFormElement>(null);
	const [missing, setMissing] = useState<FieldName | null>(null);
	const save = useMutation({
		mutationFn: (body: { current?: string; password: string }) =>
			api("/accounts/me/password", { method: "PUT", body }),
		onSuccess: () => {
			form.current?.reset();
			toast.success(t("saved"));
			router.refresh();
		},
		onError: (error) => focusOn(form.current, fieldOf(error) ?? "password"),
	});
	const refused = fieldOf(save.error);

	function submit(event: SyntheticEvent<HTMLFormElement>) {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		const current = String(fields.get("current") ?? "");
		const password = String(fields.get("password"));
		const empty = hasPassword && current === "" ? "current" : password === "" ? "password" : null;
		setMissing(empty);
		if (empty !== null) focusOn(event.currentTarget, empty);
		else if (!save.isPending) save.mutate(hasPassword ? { current, password } : { password });
	}

	const errorOf = (name: FieldName, empty: string) =>
		missing === name ? empty : refused === name && missing === null ? sentence(save.error) : undefined;

	return (
		<Section title={t("title")}>
			<p className="text-ink-soft">{hasPassword ? t("ends") : t("none")}</p>
			<form ref={form} noValidate method="post" className="flex flex-col items-start gap-4" onSubmit={submit}>
				{refused === null && <ProblemNote error={save.error} />}
				<input type="hidden" name="username" autoComplete="username" value={email} readOnly />
				{hasPassword && (
					<TextField
						label={t("current")}
						fieldClassName="w-full"
						name="current"
						type="password"
						autoComplete="current-password"
						error={errorOf("current", t("currentMissing"))}
					/>
				)}
				<TextField
					label={t("new")}
					fieldClassName="w-full"
					name="password"
					type="password"
					autoComplete="new-password"
					autoFocus={!hasPassword}
					maxLength={length.most}
					hint={t("hint", { least: length.least, recommended: length.recommended })}
					error={errorOf("password", t("newMissing"))}
				/>
				<Button type="submit" variant={hasPassword ? "secondary" : "primary"} busy={save.isPending}>
					{hasPassword ? t("change") : t("set")}
				</Button>
			</form>
		</Section>
	);
}

function focusOn(form: HTMLFormElement | null, name: string): void {
	const control = form?.elements.namedItem(name);
	if (control instanceof HTMLInputElement) control.focus();
}
