"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem, unexpectedKey } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { writeRich } from "#app/_ui/rich-clipboard.ts";
import { toast } from "#app/_ui/toast.tsx";

interface CopyArticleProps {
	/** Addresses of both halves. */
	readonly rich: string;
	readonly plain: string;
}

export function CopyArticle({ rich, plain }: CopyArticleProps) {
	const t = useTranslations("deliver");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const [state, setState] = useState<"idle" | "busy" | "copied">("idle");

	async function copy(): Promise<void> {
		setState("busy");
		try {
			await writeRich(exported(rich), exported(plain));
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

async function exported(path: string): Promise<string> {
	const response = await fetch(path);
	if (response.ok) return await response.text();
	const document: unknown = await response.json().catch(() => null);
	const fields = typeof document === "object" && document !== null ? { ...document } : {};
	throw new Problem(response.status, "key" in fields ? String(fields.key) : unexpectedKey, fields);
}
