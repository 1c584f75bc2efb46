"use client";

import { useEffect, useState } from "react";
import type { WireHits } from "#lib/core/document/wire.ts";
import type { Pattern, PatternProblem } from "#lib/core/search/pattern.ts";
import { useDesk } from "../desk-context.tsx";
import type { Desk } from "../store/desk.ts";
import { type FindOptions, lettersOf, optionsOf, queryOf } from "../store/find-options.ts";

export type Hits =
	| { readonly is: "idle" }
	| { readonly is: "problem"; readonly problem: PatternProblem }
	| { readonly is: "failed"; readonly error: unknown }
	| {
			readonly is: "there";
			readonly pattern: Pattern;
			readonly passages: WireHits["passages"];
			/** The whole document was looked through. */
			readonly complete: boolean;
	  };

/** Typing rests so long before the document is searched. Milliseconds. */
const rest = 250;

/** Everything that is found, with everything typed before saved; comes in as it is read. */
export function useHits(text: string, options: FindOptions): Hits {
	const desk = useDesk();
	const [hits, setHits] = useState<Hits>({ is: "idle" });
	const how = lettersOf(options);
	const [first] = useState({ text, how });
	useEffect(() => {
		let ended = false;
		const tell = (news: Hits) => !ended && setHits(news);
		if (text === "") return tell({ is: "idle" }) ? undefined : undefined;
		const begin = () =>
			void readAll(desk, text, optionsOf(how), tell, () => ended).catch((error: unknown) =>
				tell({ is: "failed", error }),
			);
		const timer = setTimeout(begin, text === first.text && how === first.how ? 0 : rest);
		return () => {
			ended = true;
			clearTimeout(timer);
		};
	}, [desk, text, how, first]);
	return hits;
}

async function readAll(
	desk: Desk,
	text: string,
	options: FindOptions,
	tell: (news: Hits) => void,
	ended: () => boolean,
): Promise<void> {
	const { compilePattern, isProblem } = await import("#lib/core/search/pattern.ts");
	const { side: _side, ...how } = options;
	const pattern = compilePattern({ text, ...how });
	if (isProblem(pattern)) return tell({ is: "problem", problem: pattern });
	desk.typing.save();
	await desk.data.queue.whenIdle();
	const passages: WireHits["passages"][number][] = [];
	for (let from: number | null = 0; from !== null && !ended(); ) {
		const path = `/documents/${desk.options.head.id}/hits?${queryOf(text, options)}&from=${from}`;
		const part: WireHits = await desk.options.read<WireHits>(path);
		passages.push(...part.passages);
		from = part.next;
		tell({ is: "there", pattern, passages: [...passages], complete: from === null });
	}
}
