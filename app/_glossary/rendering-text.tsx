import { useTranslations } from "next-intl";
import type { TermRendering } from "#lib/core/terms/term.ts";

const looks = {
	preferred: "text-ink",
	allowed: "text-ink-soft italic",
	forbidden: "text-danger line-through decoration-1",
} as const;

/** A rendering in the look of its status, which is also said. */
export function RenderingText({ rendering: { text, status } }: { readonly rendering: TermRendering }) {
	const t = useTranslations("glossary");
	return (
		<span title={t(`statusName.${status}`)}>
			<span lang="en" className={`reading ${looks[status]}`}>
				{text}
			</span>
			<span className="sr-only">, {t(`statusName.${status}`)}</span>
		</span>
	);
}
