import { classNames } from "#app/_ui/class-names.ts";
import { colourOf, initialsOf, type PersonColour } from "./initials.ts";

const grounds: Readonly<Record<PersonColour, string>> = {
	violet: "bg-person-violet",
	teal: "bg-person-teal",
	plum: "bg-person-plum",
	olive: "bg-person-olive",
	blue: "bg-person-blue",
};

/** A person as a small round mark; their name stands beside it, or in what holds it. */
export function PersonMark({ id, name }: { readonly id: string; readonly name: string }) {
	return (
		<span
			aria-hidden
			className={classNames(
				"inline-flex size-5 shrink-0 items-center justify-center rounded-full text-[0.625rem] leading-none font-medium text-paper",
				grounds[colourOf(id)],
			)}
		>
			{initialsOf(name)}
		</span>
	);
}
