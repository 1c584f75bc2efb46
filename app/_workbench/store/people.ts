import type { Present } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { currentIndex, goToPassage } from "./travel.ts";

/** The number of the passage that somebody is at, as this page counts where it knows, else as theirs does. */
export function numberOf(desk: Desk, { passage, index }: Present): number | null {
	if (passage === null) return null;
	const here = desk.data.rows.indexOf(passage);
	const known = here >= 0 ? here : index;
	return known === null ? null : known + 1;
}

export async function goToPerson(desk: Desk, { passage }: Present): Promise<void> {
	if (passage !== null) await desk.turns.run(() => goToPassage(desk, passage));
}

/** Where somebody else is, from here on downwards and then from the top. */
export async function goToNextPerson(desk: Desk): Promise<void> {
	const here = currentIndex(desk) + 1;
	const elsewhere = desk.state
		.get()
		.people.map((person) => ({ person, number: numberOf(desk, person) ?? 0 }))
		.filter(({ number }) => number > 0 && number !== here)
		.toSorted((a, b) => a.number - b.number);
	const next = elsewhere.find(({ number }) => number > here) ?? elsewhere[0];
	if (next?.person.passage) await goToPassage(desk, next.person.passage);
	else desk.say("nobodyElsewhere");
}
