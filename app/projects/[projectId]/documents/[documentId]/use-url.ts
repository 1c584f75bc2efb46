"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { linkOfLetter, markOfLetter, stateMarks } from "#app/_ui/state-square.tsx";
import { linkStates } from "#lib/core/document/model.ts";
import { useWorkbench } from "./desk-context.tsx";
import type { Desk } from "./store/desk.ts";
import { unsure } from "./store/outline-letters.ts";
import { currentIndex, goToIndex, goToPassage } from "./store/travel.ts";

/** What links are looked for: in a state, or those that the aligner itself doubts. */
export const linkFilters = [...linkStates, "unsure"] as const;
export type LinkFilter = (typeof linkFilters)[number];
const linkLetters = { ...linkOfLetter, [unsure]: "unsure" };

const query = {
	passage: parseAsString,
	state: parseAsStringLiteral(stateMarks),
	link: parseAsStringLiteral(linkFilters),
};
const gently = { history: "replace", shallow: true, throttleMs: 300, scroll: false } as const;

export function useFilterInUrl() {
	return useQueryStates({ state: query.state, link: query.link }, gently);
}

function letterOf(letters: Readonly<Record<string, string>>, name: string | null): string | null {
	return Object.keys(letters).find((letter) => letters[letter] === name) ?? null;
}

/** What is shown is in the address: the passage one is on and the filters. */
export function useUrl(desk: Desk): void {
	const [{ passage, state, link }, setUrl] = useQueryStates(query, gently);
	const here = useWorkbench((shown) => shown.place?.passage ?? null);
	useEffect(() => {
		desk.overview.setFilter({ state: letterOf(markOfLetter, state), link: letterOf(linkLetters, link) });
	}, [desk, state, link]);
	const places = useWorkbench((shown) => shown.places);
	useEffect(() => {
		const index = currentIndex(desk);
		if (places?.includes(index)) return;
		const nearest = places?.find((place) => place >= index) ?? places?.[0];
		if (nearest !== undefined && nearest !== index) desk.turns.take(() => goToIndex(desk, nearest));
	}, [desk, places]);
	const [arrived, setArrived] = useState(false);
	useEffect(() => {
		desk.turns.take(() => arrive(desk).finally(() => setArrived(true)));
	}, [desk]);
	useEffect(() => {
		if (!here || !arrived) return;
		localStorage.setItem(rememberedAs(desk), here);
		if (here !== passage) void setUrl({ passage: here });
	}, [desk, here, passage, arrived, setUrl]);
}

const rememberedAs = (desk: Desk) => `duizhao.place.${desk.options.head.id}`;

/** Begins at the passage of the address; where that is gone or not named, where this browser left the document. */
async function arrive(desk: Desk): Promise<void> {
	const { passage } = desk.options;
	const left = localStorage.getItem(rememberedAs(desk));
	const began = desk.state.get().place;
	if (passage && desk.data.rows.row(passage)) return;
	if (passage && (await goToPassage(desk, passage))) return;
	if (passage) desk.say("noSuchPassage");
	if (left && desk.state.get().place === began) await goToPassage(desk, left);
}
