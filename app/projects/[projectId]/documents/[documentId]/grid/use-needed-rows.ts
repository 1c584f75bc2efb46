"use client";

import { useEffect } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { filterQuery } from "../store/windows.ts";

/** While somebody scrolls fast, rows that only fly by are not asked for. */
const rest = 70;

/** Loads the rows in sight that are missing. `firstAt` is the first one's place among what is shown. */
export function useNeededRows(indexes: readonly number[], firstAt: number): void {
	const desk = useDesk();
	const filter = useWorkbench((state) => state.filter);
	const turn = useWorkbench((state) => state.turn);
	const missing = indexes.filter((index) => index >= 0 && !desk.data.rows.at(index));
	const wanted = missing.join(" ");
	useEffect(() => {
		if (wanted === "" || turn < 0) return;
		const timer = setTimeout(() => {
			const { rows } = desk.data;
			const places = wanted.split(" ").map(Number);
			const query = filterQuery(filter);
			if (query) void desk.windows.loadFiltered(query, firstAt);
			const requests = places.flatMap((index) => rows.missing(index, index + 1));
			const once = [...new Map(requests.map((request) => [request.offset, request])).values()];
			if (!query || once.length < 3) void desk.windows.load(once);
		}, rest);
		return () => clearTimeout(timer);
	}, [desk, wanted, filter, firstAt, turn]);
}
