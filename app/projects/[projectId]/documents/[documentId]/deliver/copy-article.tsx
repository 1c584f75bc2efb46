"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem, unexpectedKey } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { writeRich } from "./rich-clipboard.ts";

interface CopyArticleProps {
	readonly documentId: string;
	/** The format of the rich half; the plain half is the plain text export. */
	readonly formatId: string;
}

export function CopyArticle({ documentId, formatId }: CopyArticleProps) {
	const t = useTranslations("deliver");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const [state, setState] = useState<"idle" | "busy" | "copied">("idle");

	async function copy(): Promise<void> {
		setState("busy");
		try {
			await writeRich(exported(documentId, formatId), exported(documentId, "txt"));
			setState("copied");
			toast.success(t("copied"));
		} catch (error) {
			setState("idle");
			toast.error(error instanceof Problem ? sentence(error) : common("copyFailed"));
		}
	}

	return (
		<Button
			className="sm:min-w-32"
			busy={state === "busy"}
			icon={
				state === "copied" ? (
					<Check aria-hidden className="size-4" />
				) : (
					<Copy aria-hidden className="size-4" />
				)
			}
			onClick={() => void copy()}
		>
			{state === "copied" ? common("copied") : t("copy")}
		</Button>
	);
}

async function exported(documentId: string, formatId: string): Promise<string> {
	const response = await fetch(`/api/v1/documents/${documentId}/export/${formatId}`);
	if (response.ok) return await response.text();
	const document: unknown = await response.json().catch(() => null);
	const fields = typeof document === "object" && document !== null ? { ...document } : {};
	throw new Problem(response.status, "key" in fields ? String(fields.key) : unexpectedKey, fields);
}
