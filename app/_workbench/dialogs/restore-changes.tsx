"use client";

import { useTranslations } from "next-intl";
import { CodedText } from "#app/_ui/coded-text.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import type { RestorePreview } from "#lib/core/document/wire.ts";
import { useDesk } from "../desk-context.tsx";

interface PreviewProps {
	readonly preview: RestorePreview;
}

export function RestoreSummary({ preview }: PreviewProps) {
	const t = useTranslations("versions.bringBack");
	const { passages, words, reviewed, reviewedAgain, textsOnly } = preview;
	return (
		<div role="status" className="flex flex-col gap-1">
			<p className="font-medium">{passages === 0 ? t("same") : t("summary", { passages, words })}</p>
			{reviewed > 0 && <p className="text-caution">{t("reviewed", { count: reviewed })}</p>}
			{reviewedAgain > 0 && <p className="text-ink-soft">{t("reviewedAgain", { count: reviewedAgain })}</p>}
			{textsOnly > 0 && <p className="text-ink-soft">{t("textsOnly", { count: textsOnly })}</p>}
		</div>
	);
}

/** Each passage as it would be: what goes is struck, what comes back underlined. */
export function RestoreChanges({ preview: { samples, more } }: PreviewProps) {
	const desk = useDesk();
	const t = useTranslations("versions.bringBack");
	if (samples.length === 0) return null;
	return (
		<>
			<ol aria-label={t("changes")} className="divide-y divide-rule border-y border-rule">
				{samples
					.map((sample, i) => [`${sample.index} ${i}`, sample] as const)
					.map(([key, { index, source, sourceNow, changes, regrouped }]) => (
						<li key={key} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 py-2">
							<span className="tabular-nums text-sm text-ink-faint">{index + 1}</span>
							<div className="flex min-w-0 flex-col gap-1">
								{source !== "" && (
									<span lang={desk.language("source")} className="reading text-base! text-ink-soft">
										{sourceNow !== null && (
											<>
												<del>
													<CodedText text={sourceNow} />
												</del>{" "}
											</>
										)}
										<CodedText text={source} />
									</span>
								)}
								<DiffText changes={changes} lang={desk.language("target")} className="text-base!" />
								{regrouped && <span className="text-sm text-ink-faint">{t("regrouped")}</span>}
							</div>
						</li>
					))}
			</ol>
			{more > 0 && <p className="text-sm text-ink-faint">{t("more", { count: more })}</p>}
		</>
	);
}
