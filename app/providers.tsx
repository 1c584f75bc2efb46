"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Tooltip } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Problem } from "./_ui/api.ts";
import { Toaster } from "./_ui/toast.tsx";

const staleAfter = 15_000; // ms: going back to a list shows it at once and refreshes it behind
const mostRetries = 2;

/** Only a lost connection or a busy server is worth asking again. */
function worthRetrying(failures: number, error: Error): boolean {
	const passing = error instanceof Problem && (error.status === 0 || error.status === 503);
	return passing && failures < mostRetries;
}

/** A session that ended sends the reader to sign in and back here afterwards. */
function onError(error: Error): void {
	if (!(error instanceof Problem) || error.status !== 401) return;
	const here = window.location.pathname + window.location.search;
	window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

function makeClient(): QueryClient {
	return new QueryClient({
		queryCache: new QueryCache({ onError }),
		defaultOptions: {
			queries: { staleTime: staleAfter, retry: worthRetrying },
			mutations: { onError, networkMode: "always" },
		},
	});
}

export interface ProvidersProps {
	/** Of the Content-Security-Policy: the scroll lock behind a dialog adds a style element and reads it here. */
	readonly nonce: string | undefined;
	readonly children: ReactNode;
}

export function Providers({ nonce, children }: ProvidersProps) {
	const [client] = useState(makeClient);
	if (typeof window !== "undefined" && nonce) Reflect.set(window, "__webpack_nonce__", nonce);
	return (
		<QueryClientProvider client={client}>
			<NuqsAdapter>
				<Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
					{children}
					<Toaster />
				</Tooltip.Provider>
			</NuqsAdapter>
		</QueryClientProvider>
	);
}
