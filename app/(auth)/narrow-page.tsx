import type { ReactNode } from "react";
import { SiteHeader } from "../_ui/site-header.tsx";

export interface NarrowPageProps {
	readonly title: ReactNode;
	readonly children: ReactNode;
}

/** A page with one short task. */
export function NarrowPage({ title, children }: NarrowPageProps) {
	return (
		<>
			<SiteHeader />
			<main id="main" tabIndex={-1} className="page">
				<div className="mx-auto flex max-w-sm flex-col gap-6 py-[12vh]">
					<h1 className="font-serif text-xl text-balance">{title}</h1>
					{children}
				</div>
			</main>
		</>
	);
}
