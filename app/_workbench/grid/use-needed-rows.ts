"use client";

import { useEffect } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";

/** While somebody scrolls fast, rows that only fly by are not asked for. */
const rest = 70;

/** Loads the rows in sight that are missing. */
export function useNeededRows(indexes: readonly number[]): void {
	const desk = useDesk();
	const turn = useWorkbench((state) => state.turn);
	const missing = indexes.filter((index) => index >= 0 && !desk.data.rows.at(index));
	const wanted = missing.join(" ");
	useEffect(() => {
		if (wanted === "" || turn < 0) return;
		const timer = setTimeout(() => {
			const { rows } = desk.data;
			const places = wanted.split(" ").map(Number);
			// What a filter leaves may lie anywhere.
			if (desk.state.get().places) void desk.windows.loadAt(places);
			else {
				const requests = places.flatMap((index) => rows.missing(index, index + 1));
				void desk.windows.load([...new Map(requests.map((request) => [request.offset, request])).values()]);
			}
		}, rest);
		return () => clearTimeout(timer);
	}, [desk, wanted, turn]);
}
