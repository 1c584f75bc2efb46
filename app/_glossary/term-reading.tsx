import { useTranslations } from "next-intl";
import type { Term } from "#lib/core/terms/term.ts";
import { RenderingText } from "./rendering-text.tsx";
import { useDomainName } from "./use-domain-name.ts";

/** A term for whoever may not change it, and as somebody else left it. */
export function TermReading({ term }: { readonly term: Term }) {
	const t = useTranslations("glossary");
	const nameOf = useDomainName();
	const { simplified, traditional, domain, note, renderings } = term;
	return (
		<div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
			<div className="flex flex-col gap-1">
				<p lang="zh-Hans" className="reading">
					{simplified}
				</p>
				{traditional !== simplified && (
					<p lang="zh-Hant" className="reading text-ink-faint">
						{traditional}
					</p>
				)}
				{domain !== "" && <p className="text-sm text-ink-faint">{nameOf(domain)}</p>}
				{note !== "" && <p className="text-sm whitespace-pre-line text-ink-soft">{note}</p>}
			</div>
			<ul className="flex flex-col gap-2">
				{renderings.map((rendering) => (
					<li key={rendering.text}>
						<RenderingText rendering={rendering} />
						<p className="text-sm text-ink-soft">
							{[t(`statusName.${rendering.status}`), rendering.note, rendering.authority]
								.filter((part) => part !== "")
								.join(" · ")}
						</p>
					</li>
				))}
				{renderings.length === 0 && <li className="text-ink-faint">{t("noRendering")}</li>}
			</ul>
		</div>
	);
}
