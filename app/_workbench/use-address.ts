"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import { type AddressChange, followAddress, queryNow, sayInAddress } from "./address.ts";

/** What the address says by these names, at once, though it is written a little later; and how to say something else. */
export function useAddress<Name extends string>(
	names: readonly Name[],
): [Readonly<Record<Name, string | null>>, (change: AddressChange) => void] {
	const asked = `?${useSearchParams()}`; // follows whoever goes to another address of this page
	const path = usePathname();
	// Whoever comes from another page has its address until this one is drawn.
	const now = () => (window.location.pathname === path ? queryNow() : asked);
	const query = useSyncExternalStore(followAddress, now, () => asked);
	const values = useMemo(() => {
		const said = new URLSearchParams(query);
		const pairs = names.map((name) => [name, said.get(name)] as const);
		return Object.fromEntries(pairs) as Record<Name, string | null>;
	}, [names, query]);
	return [values, sayInAddress];
}
