"use client";

import { useMutation } from "@tanstack/react-query";
import { Library } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { useRefreshGlossary } from "./glossary-query.ts";

/** Fills an empty glossary with the official terms. */
export function AddStarter({ projectId }: { readonly projectId: string }) {
	const t = useTranslations("glossary");
	const sentence = useProblemSentence();
	const refresh = useRefreshGlossary(projectId);
	const add = useMutation({
		mutationFn: () => api<{ added: number }>(`/projects/${projectId}/glossary/starter`, { method: "POST" }),
		onSuccess: ({ added }) => {
			toast.success(t("starterAdded", { count: added }));
		},
		onError: (error) => {
			toast.error(sentence(error));
		},
		onSettled: refresh,
	});
	return (
		<Button
			icon={<Library aria-hidden className="size-4" />}
			busy={add.isPending}
			onClick={() => add.mutate()}
		>
			{t("addStarter")}
		</Button>
	);
}
