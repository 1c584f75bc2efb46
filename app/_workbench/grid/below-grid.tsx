"use client";

import { SpokenStatus } from "../spoken-status.tsx";
import { PocketBar } from "./pocket-bar.tsx";
import { TravelNote } from "./travel-note.tsx";
import { WhereNote } from "./where-note.tsx";

/** What is said about the passages beneath them, in sight or to a screen reader. */
export function BelowGrid() {
	return (
		<>
			<TravelNote />
			<WhereNote />
			<SpokenStatus />
			<PocketBar />
		</>
	);
}
