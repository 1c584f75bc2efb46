"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Field, TextInput } from "./field.tsx";
import { toast } from "./toast.tsx";

interface CopyFieldProps {
	readonly label: string;
	readonly hint?: string;
	readonly value: string;
}

/** Something to take away: shown, selectable, with a button that copies it. */
export function CopyField({ label, hint, value }: CopyFieldProps) {
	const t = useTranslations("common");
	const field = useRef<HTMLInputElement>(null);
	const [copied, setCopied] = useState(false);

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(value);
			setCopied(true);
		} catch {
			field.current?.select();
			toast.error(t("copyFailed"));
		}
	}

	return (
		<Field label={label} hint={hint}>
			{(control) => (
				<div className="flex gap-2">
					<TextInput
						{...control}
						ref={field}
						readOnly
						value={value}
						className="min-w-0 font-mono text-sm"
						onFocus={(event) => event.target.select()}
					/>
					<Button
						variant="primary"
						icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
						onClick={() => void copy()}
					>
						<span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
					</Button>
				</div>
			)}
		</Field>
	);
}
