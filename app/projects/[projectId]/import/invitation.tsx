"use client";

import { FolderOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#app/_ui/button.tsx";

interface InvitationProps {
	readonly accepted: string;
	readonly onFiles: (files: readonly File[]) => void;
}

/** While nothing is there: what can be brought, and a way to bring many files at once. */
export function Invitation({ accepted, onFiles }: InvitationProps) {
	const t = useTranslations("import");
	const input = useRef<HTMLInputElement>(null);
	return (
		<section className="mt-8 mb-6 flex flex-wrap items-start gap-x-8 gap-y-3 border-t border-rule pt-5">
			<p className="measure min-w-0 flex-1 basis-96 text-sm text-ink-soft">{t("invitation")}</p>
			<Button icon={<FolderOpen aria-hidden className="size-4" />} onClick={() => input.current?.click()}>
				{t("several")}
			</Button>
			<input
				ref={input}
				type="file"
				hidden
				multiple
				accept={accepted}
				aria-label={t("several")}
				onChange={(event) => {
					onFiles([...(event.target.files ?? [])]);
					event.target.value = "";
				}}
			/>
		</section>
	);
}
