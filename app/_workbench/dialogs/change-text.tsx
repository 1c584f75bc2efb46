"use client";

import { useTranslations } from "next-intl";
import { CodedText } from "#app/_ui/coded-text.tsx";
import { textBefore, textBehind } from "#app/_ui/context-text.ts";
import { DiffText } from "#app/_ui/diff-text.tsx";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import type { PlannedChange } from "../store/replace-plan.ts";

/** Characters shown before and after the place. */
const contextBefore = 48;
const contextAfter = 64;

interface ChangeTextProps {
	readonly change: PlannedChange;
	readonly language: string;
}

/** A change in what stands around it; a whole text that becomes another as the difference between both. */
export function ChangeText({ change, language }: ChangeTextProps) {
	const t = useTranslations("replace.held");
	const { segment, place, after, held } = change;
	const { text } = segment;
	const whole = place.start === 0 && place.end === text.length;
	return (
		<span className="min-w-0">
			{whole ? (
				<DiffText changes={diffWithMoves(text, after, language)} lang={language} className="text-base!" />
			) : (
				<span lang={language} className="reading text-base!">
					<CodedText text={textBefore(text, place.start, contextBefore)} />
					<del>
						<CodedText text={text.slice(place.start, place.end)} />
					</del>
					{after !== "" && !held && (
						<ins>
							<CodedText text={after} />
						</ins>
					)}
					<CodedText text={textBehind(text, place.end, contextAfter)} />
				</span>
			)}
			{held && <span className="block text-sm text-caution">{t(held)}</span>}
		</span>
	);
}
