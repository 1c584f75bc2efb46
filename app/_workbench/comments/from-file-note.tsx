import { useTranslations } from "next-intl";
import type { WireEntry } from "#lib/core/comments/wire.ts";

interface FromFileNoteProps {
	readonly entry: WireEntry | undefined;
	/** What stands where it was said here. */
	readonly otherwise: string;
}

/** Who wrote something in a file that came back, and who brought it. */
export function FromFileNote({ entry, otherwise }: FromFileNoteProps) {
	const t = useTranslations("word.back");
	if (!entry?.from) return otherwise;
	const { name, file } = entry.from;
	return (
		<>
			{name === null ? t("whoUnnamed", { file }) : t("who", { name, file })}
			{" · "}
			{t("broughtBy", { name: entry.author.name })}
		</>
	);
}
