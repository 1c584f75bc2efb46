"use client";

import { Download, FileInput, TextSearch } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { ImportDialog } from "./import-dialog.tsx";

/** As glossaries are exchanged, edited and read. */
const formats = ["tbx", "xlsx", "csv"] as const;

export function ExportMenu({ projectId }: { readonly projectId: string }) {
	const t = useTranslations("glossary.export");
	return (
		<Menu
			trigger={
				<Button variant="plain">
					<Download aria-hidden className="size-4" />
					{t("menu")}
				</Button>
			}
		>
			{formats.map((format) => (
				<MenuItem key={format} asChild>
					<a href={`/api/v1/projects/${projectId}/glossary/export/${format}`} download>
						{t(format)}
					</a>
				</MenuItem>
			))}
		</Menu>
	);
}

export function ImportButton({ projectId }: { readonly projectId: string }) {
	const t = useTranslations("glossary.import");
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button
				variant="plain"
				icon={<FileInput aria-hidden className="size-4" />}
				onClick={() => setOpen(true)}
			>
				{t("button")}
			</Button>
			{open && <ImportDialog projectId={projectId} onClose={() => setOpen(false)} />}
		</>
	);
}

/** To what the project's own texts offer. */
export function CandidatesLink({ projectId }: { readonly projectId: string }) {
	const t = useTranslations("glossary.candidates");
	return (
		<Button asChild variant="plain">
			<Link href={`/projects/${projectId}/glossary/candidates`}>
				<TextSearch aria-hidden className="size-4" />
				{t("link")}
			</Link>
		</Button>
	);
}
