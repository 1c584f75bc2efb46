"use client";

import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { OtherVersion } from "#lib/core/document/model.ts";
import { useDesk } from "../desk-context.tsx";
import { canBeTaken, chooseVersion } from "../store/choose-version.ts";
import type { WireRow, WireSegment } from "../sync/wire.ts";

interface OtherVersionViewProps {
	readonly row: WireRow;
	readonly segment: WireSegment;
	readonly lang: string;
	/** Of what stood across from the segment. */
	readonly langBeside: string;
}

/** What a re-import left beside a text, with the choice between the two; nothing is given up unseen. */
export function OtherVersionView({ row, segment, lang, langBeside }: OtherVersionViewProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.otherVersion");
	const { other } = segment;
	if (!other) return null;
	const may = desk.may("rendering.edit");
	const mayTake = segment.side === "source" ? desk.may("source.edit") : may;
	return (
		<section
			data-plain
			data-other={other.is}
			aria-label={t(`${other.is}.title`)}
			className="measure mt-2 mb-1 flex flex-col gap-1.5 border-l-2 border-link-stale pl-2.5 select-text"
		>
			<p className="text-sm font-medium text-link-stale">{t(`${other.is}.title`)}</p>
			<Wording segment={segment} other={other} lang={lang} langBeside={langBeside} />
			{may && (
				<div className="flex flex-wrap gap-2">
					{other.is !== "beside" && mayTake && canBeTaken(row, segment) && (
						<Button size="sm" onClick={() => void chooseVersion(desk, segment, true)}>
							{t(`${other.is}.take`)}
						</Button>
					)}
					<Button size="sm" onClick={() => void chooseVersion(desk, segment, false)}>
						{t(`${other.is}.keep`)}
					</Button>
				</div>
			)}
		</section>
	);
}

/** From the earlier wording to the later one, whichever of them stands now. */
function Wording({
	segment,
	other,
	lang,
	langBeside,
}: Omit<OtherVersionViewProps, "row"> & { readonly other: OtherVersion }) {
	const t = useTranslations("workbench.otherVersion");
	if (other.is === "gone") return <p className="text-sm text-ink-soft">{t("gone.explain")}</p>;
	if (other.is === "beside")
		return (
			<p lang={langBeside} className="reading text-base! text-ink-soft">
				{other.text}
			</p>
		);
	const [before, after] = other.is === "newer" ? [segment.text, other.text] : [other.text, segment.text];
	return <DiffText changes={diffWithMoves(before, after, lang)} lang={lang} className="text-base!" />;
}
