"use client";

import { FileText, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Side } from "#lib/core/document/model.ts";
import type { GivenFile, ImportForm } from "./import-form.ts";
import { ReadProblems } from "./read-problems.tsx";

interface GivenCardProps {
	readonly side: Side;
	readonly form: ImportForm;
	readonly onClear: () => void;
	/** Opens or closes the text area. */
	readonly onEdit: () => void;
	readonly open: boolean;
}

/** What was given for a side, in one line. */
export function GivenCard({ side, form, onClear, onEdit, open }: GivenCardProps) {
	const t = useTranslations("import");
	const { file, text } = form[side];
	return (
		<>
			<p className="flex items-center gap-2 border-y border-rule py-1 text-sm text-ink-soft">
				{file ? <FileLine file={file} /> : <TextLine text={text} />}
				{!file && (
					<Button
						size="sm"
						variant="plain"
						onClick={onEdit}
						aria-label={t(open ? "fold" : "edit", { side: t(`side.${side}`) })}
					>
						{t(open ? "foldShort" : "editShort")}
					</Button>
				)}
				<Button
					size="sm"
					variant="plain"
					icon={<X aria-hidden className="size-3.5" />}
					onClick={onClear}
					aria-label={t("clearSide", { side: t(`side.${side}`) })}
				>
					{t("clear")}
				</Button>
			</p>
			{file && <ReadProblems problems={file.report.problems} />}
		</>
	);
}

/** Name, kind, encoding and size of a file. */
export function FileLine({ file }: { readonly file: GivenFile }) {
	const t = useTranslations("import");
	const reading = useTranslations("reading");
	const format = useFormatter();
	const { report, name, size } = file;
	const kind = reading(`formats.${report.format}` as Parameters<typeof reading>[0]);
	const parts = [
		kind,
		report.about.encoding,
		t("size", { kilobytes: format.number(Math.max(1, Math.round(size / 1024))) }),
	];
	return (
		<>
			<FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
			<span className="min-w-0 flex-1 truncate" title={name}>
				<span className="font-medium text-ink">{name}</span>
				<span className="text-ink-faint"> · {parts.filter(Boolean).join(" · ")}</span>
			</span>
		</>
	);
}

function TextLine({ text }: { readonly text: string }) {
	const t = useTranslations("import");
	const format = useFormatter();
	const characters = useMemo(() => [...text].length, [text]);
	const beginning = text.trim().slice(0, 160).toWellFormed().replaceAll(/\s+/g, " ");
	return (
		<span className="min-w-0 flex-1 truncate">
			<span className="text-ink-faint">{t("pasted", { characters: format.number(characters) })} · </span>
			{beginning}
		</span>
	);
}
