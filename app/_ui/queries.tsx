"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { Problem } from "./api.ts";

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

/** What this browser has been told, from screen to screen. */
let ours: QueryClient | null = null;

function clientHere(): QueryClient {
	if (typeof window === "undefined") return makeClient();
	ours ??= makeClient();
	return ours;
}

/** For screens that ask the server and say in the address what for. Not around everything: the first row of the workbench does without. */
export function Queries({ children }: { readonly children: ReactNode }) {
	const [client] = useState(clientHere);
	return (
		<QueryClientProvider client={client}>
			<NuqsAdapter>{children}</NuqsAdapter>
		</QueryClientProvider>
	);
}
