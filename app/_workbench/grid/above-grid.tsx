"use client";

import type { OpenDialog } from "../keys/use-keys.ts";
import { BareNote } from "./bare-note.tsx";
import { FilterNote } from "./filter-note.tsx";
import { FindBar } from "./find-bar.tsx";
import { NewsNote } from "./news-note.tsx";

/** What stands between the header and the passages when there is reason to. */
export function AboveGrid({ openDialog }: { readonly openDialog: OpenDialog }) {
	return (
		<>
			<FindBar openDialog={openDialog} />
			<BareNote openDialog={openDialog} />
			<NewsNote openDialog={openDialog} />
			<FilterNote />
		</>
	);
}
