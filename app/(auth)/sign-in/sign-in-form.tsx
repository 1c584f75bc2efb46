"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useRef, useState } from "react";
import { Button } from "../../_ui/button.tsx";
import { TextField } from "../../_ui/field.tsx";
import { ProblemNote } from "../../_ui/problem-note.tsx";
import { enter, enterByProvider, go } from "../enter.ts";

export interface SignInFormProps {
	readonly next: string | null;
	/** Name of the single sign-on, where there is one. */
	readonly provider: string | null;
	readonly notice: "unverified" | "unknown" | "failed" | null;
}

export function SignInForm({ next, provider, notice }: SignInFormProps) {
	const t = useTranslations("auth.signIn");
	const form = useRef<HTMLFormElement>(null);
	const [missing, setMissing] = useState<"email" | "password" | null>(null);
	const password = useMutation({
		mutationFn: (fields: { email: string; password: string }) => enter("password", fields, next),
		onSuccess: go,
		onError: () => focusOn(form.current, "password"),
	});
	const byProvider = useMutation({ mutationFn: () => enterByProvider(next), onSuccess: go });
	const busy = password.isPending || password.isSuccess;

	function signIn(fields: FormData) {
		if (busy) return;
		const given = { email: String(fields.get("email")).trim(), password: String(fields.get("password")) };
		const empty = given.email === "" ? "email" : given.password === "" ? "password" : null;
		setMissing(empty);
		if (empty === null) password.mutate(given);
		else focusOn(form.current, empty);
	}

	function submit(event: SyntheticEvent<HTMLFormElement>) {
		event.preventDefault(); // an action would empty the fields
		signIn(new FormData(event.currentTarget));
	}

	return (
		<>
			{notice !== null && (
				<p role="alert" className="border-l-2 border-danger bg-danger-wash px-3 py-2.5">
					{t(notice, { provider: provider ?? "" })}
				</p>
			)}
			{/* What is submitted before the page is alive is kept by React for its action. */}
			<form ref={form} noValidate action={signIn} className="flex flex-col gap-4" onSubmit={submit}>
				<ProblemNote error={password.error} />
				<TextField
					label={t("email")}
					name="email"
					type="email"
					autoComplete="username"
					autoFocus
					error={missing === "email" ? t("emailMissing") : undefined}
				/>
				<TextField
					label={t("password")}
					name="password"
					type="password"
					autoComplete="current-password"
					error={missing === "password" ? t("passwordMissing") : undefined}
				/>
				<Button type="submit" variant="primary" busy={busy}>
					{t("submit")}
				</Button>
			</form>
			{provider !== null && (
				<div className="flex flex-col gap-4">
					<p className="text-center text-sm text-ink-faint">{t("or")}</p>
					<ProblemNote error={byProvider.error} />
					<Button busy={byProvider.isPending || byProvider.isSuccess} onClick={() => byProvider.mutate()}>
						{t("provider", { name: provider })}
					</Button>
				</div>
			)}
			<p className="text-sm text-ink-faint">{t("help")}</p>
		</>
	);
}

function focusOn(form: HTMLFormElement | null, name: string): void {
	const control = form?.elements.namedItem(name);
	if (control instanceof HTMLInputElement) control.focus();
}
