"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.tsx";

const ReturnDialog = lazy(async () => ({ default: (await import("./return-dialog.tsx")).ReturnDialog }));

interface BringBackProps {
	readonly documentId: string;
	readonly language: string;
}

/** Where a file that was edited outside comes back. */
export function BringBack({ documentId, language }: BringBackProps) {
	const t = useTranslations("word.back");
	const [open, setOpen] = useState(false);
	return (
		<section className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pt-5">
			<p className="max-w-[40em] text-ink-soft">{t("about")}</p>
			<Button className="h-auto! min-h-9 shrink! py-1 whitespace-normal!" onClick={() => setOpen(true)}>
				{t("open")}
			</Button>
			{open && (
				<Suspense fallback={null}>
					<ReturnDialog
						documentId={documentId}
						language={language}
						onClose={() => setOpen(false)}
						onDone={({ suggestions, comments, file }) =>
							toast.success(t("done", { suggestions, comments, file }))
						}
					/>
				</Suspense>
			)}
		</section>
	);
}
