"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../_ui/api.ts";
import { Button } from "../../_ui/button.tsx";
import { TextField } from "../../_ui/field.tsx";
import { ProblemNote } from "../../_ui/problem-note.tsx";
import { toast } from "../../_ui/toast.tsx";
import { Section } from "./section.tsx";

export function NameForm({ name, focus }: { readonly name: string; readonly focus: boolean }) {
	const t = useTranslations("accounts.name");
	const router = useRouter();
	const [value, setValue] = useState(name);
	const [missing, setMissing] = useState(false);
	const save = useMutation({
		mutationFn: () => api("/accounts/me", { method: "PATCH", body: { name: value } }),
		onSuccess: () => {
			toast.success(t("saved"));
			router.refresh();
		},
	});
	return (
		<Section title={t("title")}>
			<form
				noValidate
				className="flex flex-col items-start gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					const empty = value.trim() === "";
					setMissing(empty);
					if (!empty && !save.isPending) save.mutate();
				}}
			>
				<ProblemNote error={save.error} />
				<TextField
					label={t("label")}
					fieldClassName="w-full"
					value={value}
					maxLength={100}
					autoComplete="name"
					autoFocus={focus}
					error={missing ? t("missing") : undefined}
					onChange={(event) => setValue(event.target.value)}
				/>
				<Button type="submit" busy={save.isPending}>
					{t("save")}
				</Button>
			</form>
		</Section>
	);
}
