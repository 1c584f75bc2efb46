"use client";

import type { ComparedRow } from "#lib/core/diff/compare.ts";
import { readingOf } from "#lib/core/diff/measure.ts";
import { diffWithMoves } from "#lib/core/diff/words.ts";
import { ChangedWording } from "./changed-wording.tsx";
import { Nothing } from "./nothing.tsx";

interface ComparedSourceProps {
	readonly row: ComparedRow;
	readonly language: string;
}

/** The source as it reads in the later version, with what was corrected in it since the earlier one. */
export function ComparedSource({ row: { source, beforeSource }, language }: ComparedSourceProps) {
	if (beforeSource === null) {
		if (source === "") return <Nothing />;
		return (
			<span lang={language} className="reading">
				{source}
			</span>
		);
	}
	const changes = diffWithMoves(beforeSource, source, language);
	return (
		<ChangedWording
			before={beforeSource}
			after={source}
			changes={changes}
			reading={readingOf(changes, language)}
			language={language}
		/>
	);
}
