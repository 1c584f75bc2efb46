"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useWorkbench } from "./desk-context.tsx";
import type { Desk } from "./store/desk.ts";
import { type Filter, filterNames } from "./store/filters.ts";
import { currentIndex, goToIndex, goToPassage } from "./store/travel.ts";
import { surroundingsAlive } from "./surroundings.ts";
import { useAddress } from "./use-address.ts";

const inUrl = [...filterNames, "passage", "view"] as const;

/** Nothing is looked for. */
const noFilter: Readonly<Record<string, null>> = Object.fromEntries(filterNames.map((name) => [name, null]));

/** What is looked for, and how to look for something else; a name that is not given stays, null takes it away. */
export function useFilterInUrl(): [
	Filter,
	(change: Readonly<Record<string, string | null>>) => void,
	() => void,
] {
	const [values, setUrl] = useAddress<string>(filterNames);
	const filter = useMemo(() => chosen(values), [values]);
	return [filter, setUrl, () => setUrl(noFilter)];
}

function chosen(values: Readonly<Record<string, string | null>>): Filter {
	return Object.fromEntries(
		filterNames.flatMap((name) => (values[name] ? [[name, values[name]] as const] : [])),
	);
}

/** What is shown is in the address: the passage one is on and the filters. */
export function useUrl(desk: Desk): void {
	const [{ passage = null, view = null, ...values }, setUrl] = useAddress<string>(inUrl);
	const here = useWorkbench((shown) => shown.place?.passage ?? null);
	desk.filterBy = (change) => void setUrl(change);
	const asked = new URLSearchParams(chosen(values)).toString();
	useEffect(() => {
		desk.overview.setFilter(Object.fromEntries(new URLSearchParams(asked)));
	}, [desk, asked]);
	const places = useWorkbench((shown) => shown.places);
	useEffect(() => {
		const index = currentIndex(desk);
		if (places?.includes(index)) return;
		const nearest = places?.find((place) => place >= index) ?? places?.[0];
		if (nearest !== undefined && nearest !== index) desk.turns.take(() => goToIndex(desk, nearest));
	}, [desk, places]);
	useView(desk, view, setUrl);
	const [arrived, setArrived] = useState(false);
	useEffect(() => {
		const asked = new URLSearchParams(window.location.search).get("comment");
		desk.turns.take(() => arrive(desk).finally(() => setArrived(true)));
		if (asked) desk.turns.take(() => surroundingsAlive().then(() => arriveAtComment(desk, asked)));
	}, [desk]);
	useEffect(() => {
		if (!here || !arrived) return;
		localStorage.setItem(rememberedAs(desk), here);
		if (here !== passage) setUrl({ passage: here });
	}, [desk, here, passage, arrived, setUrl]);
}

/** A link to a comment leads to its passage, wherever that is now, and shows it. */
async function arriveAtComment(desk: Desk, id: string): Promise<void> {
	const thread = /^[0-9A-Za-z]{1,24}$/.test(id) ? await desk.comments.thread(id) : null;
	if (thread) await (await import("./store/comment-actions.ts")).goToThread(desk, thread);
	else desk.say("noSuchComment");
}

/** An address names the view where it is not the usual one. */
function useView(
	desk: Desk,
	asked: string | null,
	setUrl: (change: { readonly view: string | null }) => unknown,
): void {
	const view = useWorkbench((shown) => shown.view);
	const recalled = useRef(false);
	useEffect(() => {
		if (recalled.current) return;
		recalled.current = true;
		desk.layout.recall(asked);
	}, [desk, asked]);
	useEffect(() => {
		const named = view === "paragraphs" ? view : null;
		if (desk.state.get().view === view && named !== asked) setUrl({ view: named });
	}, [desk, view, asked, setUrl]);
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
