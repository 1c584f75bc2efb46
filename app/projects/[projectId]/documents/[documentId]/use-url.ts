"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect } from "react";
import { linkOfLetter, markOfLetter, stateMarks } from "#app/_ui/state-square.tsx";
import { linkStates } from "#lib/core/document/model.ts";
import { useWorkbench } from "./desk-context.tsx";
import type { Desk } from "./store/desk.ts";
import { currentIndex, goToIndex, goToPassage } from "./store/travel.ts";

const query = {
	passage: parseAsString,
	state: parseAsStringLiteral(stateMarks),
	link: parseAsStringLiteral(linkStates),
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
		desk.overview.setFilter({ state: letterOf(markOfLetter, state), link: letterOf(linkOfLetter, link) });
	}, [desk, state, link]);
	const places = useWorkbench((shown) => shown.places);
	useEffect(() => {
		const index = currentIndex(desk);
		if (places?.includes(index)) return;
		const nearest = places?.find((place) => place >= index) ?? places?.[0];
		if (nearest !== undefined && nearest !== index) void goToIndex(desk, nearest);
	}, [desk, places]);
	useEffect(() => {
		const key = `duizhao.place.${desk.options.head.id}`;
		const left = localStorage.getItem(key);
		if (!desk.options.passage && left) void goToPassage(desk, left);
	}, [desk]);
	useEffect(() => {
		if (!here || here === passage) return;
		localStorage.setItem(`duizhao.place.${desk.options.head.id}`, here);
		void setUrl({ passage: here });
	}, [desk, here, passage, setUrl]);
}
