"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ConfirmDialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import type { ProjectOnScreen } from "../project.ts";

/** Asks for the project's name first: everybody in it loses it at once. */
export function DeleteProject({ project }: { readonly project: ProjectOnScreen }) {
	const t = useTranslations("projects");
	const router = useRouter();
	const [asking, setAsking] = useState(false);
	const [typed, setTyped] = useState("");
	const [wrong, setWrong] = useState(false);
	const right = typed.trim() === project.name.trim();
	const remove = useMutation({
		mutationFn: () => api(`/projects/${project.id}`, { method: "DELETE" }),
		onSuccess: () => {
			toast(t("projectDeleted", { name: project.name }));
			router.push("/");
		},
	});
	return (
		<>
			<Button variant="danger" onClick={() => setAsking(true)}>
				{t("deleteProject")}
			</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={t("deleteConfirm", { name: project.name })}
				description={t("deleteConfirmBody", { documents: project.documents })}
				action={t("deleteProject")}
				busy={remove.isPending || remove.isSuccess}
				onConfirm={() => {
					setWrong(!right);
					if (right) remove.mutate();
				}}
			>
				<ProblemNote error={remove.error} />
				<TextField
					label={t("deleteNameLabel")}
					value={typed}
					autoComplete="off"
					error={wrong && !right ? t("deleteNameWrong") : undefined}
					onChange={(event) => setTyped(event.target.value)}
				/>
			</ConfirmDialog>
		</>
	);
}
