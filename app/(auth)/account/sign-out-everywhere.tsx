"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "../../_ui/api.ts";
import { Button } from "../../_ui/button.tsx";
import { ProblemNote } from "../../_ui/problem-note.tsx";
import { go } from "../enter.ts";
import { Section } from "./section.tsx";

export function SignOutEverywhere() {
	const t = useTranslations("accounts.sessions");
	const end = useMutation({
		mutationFn: () => api("/accounts/me/sessions", { method: "DELETE" }),
		onSuccess: () => go("/sign-in"),
	});
	return (
		<Section title={t("title")}>
			<p className="text-ink-soft">{t("note")}</p>
			<ProblemNote error={end.error} />
			<Button className="self-start" busy={end.isPending || end.isSuccess} onClick={() => end.mutate()}>
				{t("end")}
			</Button>
		</Section>
	);
}
