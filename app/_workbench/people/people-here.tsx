"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { goToPerson, numberOf } from "../store/people.ts";
import { PersonMark } from "./person-mark.tsx";

/** How many others have the document open; its list says who is where, and goes there. */
export function PeopleHere() {
	const t = useTranslations("together");
	const desk = useDesk();
	const people = useWorkbench((state) => state.people);
	if (people.length === 0) return null;
	const label = t("others", { count: people.length });
	return (
		<Menu
			trigger={
				<Button size="sm" variant="plain" title={label} className="max-sm:px-1">
					<Users aria-hidden className="size-4" />
					<span className="max-lg:sr-only">{label}</span>
					<span aria-hidden className="tabular-nums lg:hidden">
						{people.length}
					</span>
				</Button>
			}
			onCloseAutoFocus={(event) => {
				event.preventDefault();
				desk.focus();
			}}
		>
			{people.map((person) => (
				<MenuItem
					key={person.id}
					icon={<PersonMark id={person.id} name={person.name} />}
					disabled={person.passage === null}
					onSelect={() => void goToPerson(desk, person)}
				>
					{place(person)}
				</MenuItem>
			))}
		</Menu>
	);

	function place(person: (typeof people)[number]): string {
		const number = numberOf(desk, person);
		if (number === null) return person.name;
		return t(person.typing ? "typingAt" : "at", { name: person.name, number });
	}
}
