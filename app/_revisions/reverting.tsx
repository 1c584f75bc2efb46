"use client";

import { createContext, type ReactNode, use } from "react";
import { RevertButton } from "./revert-button.tsx";

/** Told that a revision was taken back. */
type Reverted = () => void;

const Reverting = createContext<Reverted | null>(null);

/** Where single revisions can be taken back; null: here nobody can. */
export function RevertingProvider({
	value,
	children,
}: {
	readonly value: Reverted | null;
	readonly children: ReactNode;
}) {
	return <Reverting value={value}>{children}</Reverting>;
}

/** Takes a revision back where that can be done; nothing elsewhere. */
export function RevertHere({ documentId, number }: { readonly documentId: string; readonly number: number }) {
	const reverted = use(Reverting);
	return (
		reverted && (
			<RevertButton
				documentId={documentId}
				number={number}
				onReverted={reverted}
				className="screen-only -ml-2"
			/>
		)
	);
}
