"use client";

import type { ReactNode } from "react";
import { useKeptFocus } from "./_ui/kept-focus.ts";
import { Toasts } from "./_ui/toast.tsx";

export interface ProvidersProps {
	/** Of the Content-Security-Policy: the scroll lock behind a dialog adds a style element and reads it here. */
	readonly nonce: string | undefined;
	readonly children: ReactNode;
}

export function Providers({ nonce, children }: ProvidersProps) {
	if (typeof window !== "undefined" && nonce) Reflect.set(window, "__webpack_nonce__", nonce);
	useKeptFocus();
	return (
		<>
			{children}
			<Toasts />
		</>
	);
}
