"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../_ui/api.ts";
import { Button } from "../../_ui/button.tsx";
import { ConfirmDialog } from "../../_ui/dialog.tsx";
import { ProblemNote } from "../../_ui/problem-note.tsx";
import { go } from "../enter.ts";
import { Section } from "./section.tsx";

/** Without a password there is no way back in but a new link: that is said before, and asked. */
export function SignOutEverywhere({ hasPassword }: { readonly hasPassword: boolean }) {
	const t = useTranslations("accounts.sessions");
	const [asking, setAsking] = useState(false);
	const end = useMutation({
		mutationFn: () => api("/accounts/me/sessions", { method: "DELETE" }),
		onSuccess: () => go("/sign-in"),
	});
	return (
		<Section title={t("title")}>
			<p className="text-ink-soft">{t("note")}</p>
			<ProblemNote error={end.error} />
			<Button
				className="self-start"
				busy={end.isPending || end.isSuccess}
				onClick={() => (hasPassword ? end.mutate() : setAsking(true))}
			>
				{t("end")}
			</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={t("noPasswordTitle")}
				description={t("noPassword")}
				action={t("end")}
				busy={end.isPending || end.isSuccess}
				onConfirm={() => end.mutate()}
			/>
		</Section>
	);
}
